"""clarify (举报澄清): say in one sentence what it is there for."""
