"""What documents keeps: attachments, matters as far as letters need them, and letters. Pure Python."""
