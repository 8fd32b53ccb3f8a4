"""What the rules say: packs by place and date, checks, working-day calendars, clocks.

Pure Python and YAML. Knows neither a service nor how rows and messages move.
"""
