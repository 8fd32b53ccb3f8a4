"""What the platform's guarantees cost, each figure beside its floor: `python -m bench [names …]`.

Nothing here is a test: figures are told, never asserted. Each module measures one or a few of them.
"""
