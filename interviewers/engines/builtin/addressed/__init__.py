"""Signs of talk to whoever marks: orders, pleas, forgeries, words of marks and interviews.

By lists and patterns, and by what is learnt (`learnt`); what is done about it is `sifting`."""
