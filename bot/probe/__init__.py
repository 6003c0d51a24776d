"""Asks the running system, from outside, whether people would get what the content says.

It uses only the public contract, on a channel that counts nothing. It must never send a call-back form.
"""
