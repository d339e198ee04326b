import one, two.three
import four as five
import six.seven.eight as nine
from ten import eleven, twelve as thirteen
from . import sibling
from ..up import *
