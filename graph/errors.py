"""Every error that the project raises on purpose."""


class GovgraphError(Exception):
    """Base of all errors: the message says what was wrong, where, and what to do."""


class InvalidRecordError(GovgraphError):
    """A fragment, article or graph record does not have the form that the schema asks for."""


class UnreadableInputError(GovgraphError):
    """An input file, page or line cannot be read as what it claims to be."""


class ConflictingJudgementError(GovgraphError):
    """A judgement of identity says the opposite of what follows from others."""


class ModelError(GovgraphError):
    """A file of learned names is missing, damaged or of another version."""


class StoreError(GovgraphError):
    """A graph folder is missing, damaged, locked or from another version."""


class UnknownNameError(GovgraphError):
    """A question, format, parameter or article is asked for that does not exist."""


class InvalidNameError(GovgraphError):
    """A name that the user gives, such as the base of IRIs, does not have the form that it needs."""


class BackendError(GovgraphError):
    """An embedded engine or a database server refused or could not be reached."""


class ExportError(GovgraphError):
    """A file of an export cannot be written where it was asked for."""
