"""The renderer: letters typeset by typst in the layout of GB/T 9704-2012, signed by pyHanko, and as DOCX.

`renderer` and what it imports take a second to load, so they are loaded when the first letter is made.
"""
