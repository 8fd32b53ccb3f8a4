"""Files without what they tell of whoever made them: a copy of what is seen in them, and of nothing else.

    cleaned = clean("IMG_20260312.jpg", content)      # Cleaned(kind="jpg", content=b"…"), or NotCleaned

A picture is painted anew from its points, a PDF as pictures of its pages, a text from its signs; nothing of
the file itself is carried over. So nobody has to know all the places where a program hides a name. It is done
in a process of its own (`__main__`), which has so much memory and time and nothing else.
"""
