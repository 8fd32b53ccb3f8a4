"""联席会议: convened, voted in by several people at once, and signed."""
