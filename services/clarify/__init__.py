"""clarify (举报处置与澄清): what is done about reports."""
