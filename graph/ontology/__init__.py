"""What the words of the graph mean to others: the ontology (OWL) and the shapes (SHACL), made from the schema.

terms.py          every term with its meaning, domain, range and what it matches elsewhere
owl.py shapes.py  the two files
lint.py           whether an ontology is complete, without a reasoner
"""
