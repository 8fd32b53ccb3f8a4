"""The ledger: who did what, when, in lines that are never changed, and proofs that they were not.

    entries      what is written, in the transaction of what it tells; numbered after the commit
    merkle       RFC 6962: roots and proofs over the numbered lines
    tree_store   the tree's hashes in the database, written with the numbers
    signed_note  signed notes and checkpoints as C2SP defines them
    record       what the lines say of one subject
    keys         the node's signing keys, made and rotated
    ledger       the ledger of one database: numbers, checkpoints, proofs
    export       all of it as a file for `tools/verify_ledger.py`
"""

from rongcuo.chassis.ledger.entries import commitment, read_lines, write_audit, write_event

__all__ = ["commitment", "read_lines", "write_audit", "write_event"]
