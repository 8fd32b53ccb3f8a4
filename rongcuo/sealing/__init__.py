"""Sealing: what identifies a reporter is closed so that no server, and no one person, can open it alone.

Pure: neither a database nor a message; `docs/adr/0041-the-reporters-wall.md` says who holds what.
"""
