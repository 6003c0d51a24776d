"""The history of the uptake tables, run by bot.uptake.database."""
