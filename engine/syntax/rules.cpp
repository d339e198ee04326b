#include "engine/syntax/rules.h"

#include <cassert>
#include <memory>

#include "engine/compat/deferred_data.h"

namespace awaitscope::rules {
namespace {

AWAITSCOPE_DEFERRED constexpr char kStatements[] = R"(
statement = compound / line
statements = statement+
@block = NEWLINE INDENT statements DEDENT / line / ^ no_block
no_block = NEWLINE !INDENT => indent "expected an indented block"
line = simple !';' NEWLINE / simple % ';' ';'? NEWLINE
@simple = assignment / 3.12: &"type" type_alias / 3.15: &import_start import
  / star_expressions / &'return' 'return' star_expressions? / ..3.14: &import_start import
  / &'raise' raise / 'pass' / &'del' delete / &'yield' yield / &'assert' assert
  / 'break' / 'continue' / &'global' 'global' NAME % ',' / &'nonlocal' 'nonlocal' NAME % ','
raise = 3.15: 'raise' expression 'from' expression / 3.15: ^ no_raise
  / 'raise' expression after_from? / 'raise'
no_raise = a:'raise' b:'from'
    => range a b "did you forget an expression between 'raise' and 'from'?"
  / 'raise' expression a:'from' => at a "did you forget an expression after 'from'?"
after_from = 'from' expression
assert = 3.15: ^ no_assert / 'assert' expression after_comma?
no_assert
  = 'assert' a:expression '=' b:expression
    => named_range a b "cannot assign to %s here. Maybe you meant '==' instead of '='?"
  / 'assert' expression ',' a:expression '=' b:expression
    => named_range a b "cannot assign to %s here. Maybe you meant '==' instead of '='?"
  / 'assert' a:expression ':=' b:expression
    => range a b "cannot use named expression without parentheses here"
  / 'assert' expression ',' a:expression ':=' b:expression
    => range a b "cannot use named expression without parentheses here"
after_comma = ',' expression
import_start = 'import' / 'from' / lazy
lazy = 3.15: "lazy"
import = 3.12: ^ no_import / lazy? 'import' import_name % ',' / lazy? import_from
no_import = a:'import' dotted_name % ',' 'from' dotted_name
    => from a "Did you mean to use 'from ... import ...' instead?"
  / 3.13: 'import' a:NEWLINE => from a "Expected one or more names after 'import'"
import_name = 3.14: ^ no_import_name / dotted_name as_name?
no_import_name = dotted_name 'as' !import_target a:expression
    => named a "cannot use %s as import target"
import_target = NAME import_target_end
import_target_end = ',' / ')' / ';' / NEWLINE
dotted_name = NAME after_dot*
after_dot = '.' NAME
as_name = 'as' NAME
import_from = 'from' dots* dotted_name 'import' import_targets
  / 'from' dots+ 'import' import_targets
dots = '.' / '...'
import_targets = '(' imported % ',' ','? ')' / imported % ',' !',' / '*'
  / ^ imported % ',' ',' NEWLINE
    => here "trailing comma not allowed without surrounding parentheses"
  / 3.13: ^ a:NEWLINE => from a "Expected one or more names after 'import'"
imported = 3.14: ^ no_imported / NAME as_name?
no_imported = NAME 'as' !import_target a:expression
    => named a "cannot use %s as import target"
delete = 'del' del_targets &del_end / ^ 'del' a:star_expressions => cannot_delete a
del_end = ';' / NEWLINE

assignment = NAME ':' expression annotated_value? / annotated ':' expression annotated_value?
  / assigned+ assigned_value !'=' / single_target augmented ~ assigned_value / ^ no_assignment
annotated = '(' single_target ')' / single_subscript_attribute_target
annotated_value = '=' assigned_value
assigned = star_targets '='
assigned_value = yield / star_expressions
augmented = '+=' / '-=' / '*=' / '@=' / '/=' / '%=' / '&=' / '|=' / '^=' / '<<=' / '>>=' / '**='
  / '//='
no_assignment
  = a:unannotated ':' expression => named a "only single target (not %s) can be annotated"
  / a:star_named_expression ',' star_named_expressions* ':' expression
    => at a "only single target (not tuple) can be annotated"
  / a:expression ':' expression => at a "illegal target for annotation"
  / assigned* a:star_expressions '=' => cannot_assign a
  / assigned* a:yield '=' => at a "assignment to yield expression not possible"
  / a:star_expressions augmented assigned_value
    => named a "'%s' is an illegal expression for augmented assignment"
unannotated = list / tuple / '(' unannotated ')'

type_alias = "type" NAME type_params? '=' expression
type_params = 3.13: ^ no_type_params / 3.12: '[' type_param % ',' ','? ']'
no_type_params = '[' a:']' => from a "Type parameter list cannot be empty"
@type_param = NAME type_bound? type_default? / ^ no_type_param / '*' NAME starred_type_default?
  / '**' NAME type_default?
type_bound = ':' expression
type_default = 3.13: '=' expression
starred_type_default = 3.13: '=' star_expression
no_type_param = '*' NAME a:':' b:expression => bound a b "cannot use %s with TypeVarTuple"
  / '**' NAME a:':' b:expression => bound a b "cannot use %s with ParamSpec"

compound = &function_start function / &'if' if / &class_start class / &with_start with
  / &for_start for / &'try' try / &'while' while / match
function_start = 'def' / '@' / 'async'
class_start = 'class' / '@'
with_start = 'with' / 'async'
for_start = 'for' / 'async'
decorator = '@' named_expression NEWLINE
function = decorator+ def / def
def = ^ no_def_block
  / ..3.11: 'def' NAME &&'(' params? ')' returns? &&':' block
  / ..3.11: 'async' 'def' NAME &&'(' params? ')' returns? &&':' block
  / 3.12: 'async'? 'def' NAME type_params? '(' params? ')' returns? ':' block
returns = '->' expression
no_def_block = 'async'? a:'def' NAME type_params? '(' params? ')' returns? ':' NEWLINE !INDENT
    => indent a "expected an indented block after function definition on line %d"
  / 3.12: 'async'? 'def' NAME type_params? &&'(' params? ')' returns? &&':' block
class = decorator+ class_def / class_def
class_def = ^ no_class / 'class' NAME type_params? bases? ':' block
bases = '(' arguments? ')'
no_class = 'class' NAME type_params? bases? NEWLINE => here "expected ':'"
  / a:'class' NAME type_params? bases? ':' NEWLINE !INDENT
    => indent a "expected an indented block after class definition on line %d"
if = ^ no_if / 'if' named_expression ':' block elif / 'if' named_expression ':' block else?
no_if = 'if' named_expression NEWLINE => here "expected ':'"
  / a:'if' named_expression ':' NEWLINE !INDENT
    => indent a "expected an indented block after 'if' statement on line %d"
elif = ^ no_elif / 'elif' named_expression ':' block elif / 'elif' named_expression ':' block else?
no_elif = 'elif' named_expression NEWLINE => here "expected ':'"
  / a:'elif' named_expression ':' NEWLINE !INDENT
    => indent a "expected an indented block after 'elif' statement on line %d"
else = ^ a:'else' ':' NEWLINE !INDENT
    => indent a "expected an indented block after 'else' statement on line %d"
  / 3.14: ^ 'else' ':' block 'elif' => here "'elif' block follows an 'else' block"
  / 'else' &&':' block
while = ^ no_while / 'while' named_expression ':' block else?
no_while = 'while' named_expression NEWLINE => here "expected ':'"
  / a:'while' named_expression ':' NEWLINE !INDENT
    => indent a "expected an indented block after 'while' statement on line %d"
for = ^ no_for / 'for' star_targets 'in' ~ star_expressions ':' block else?
  / 'async' 'for' star_targets 'in' ~ star_expressions ':' block else? / ^ no_for_target
no_for = 'async'? 'for' star_targets 'in' star_expressions NEWLINE => here "expected ':'"
  / 'async'? a:'for' star_targets 'in' star_expressions ':' NEWLINE !INDENT
    => indent a "expected an indented block after 'for' statement on line %d"
no_for_target = 'async'? 'for' a:star_expressions => cannot_assign_in_for a
with = ^ no_with_block / 'with' '(' with_item % ',' ','? ')' ':' block
  / 'with' with_item % ',' ':' block
  / 'async' 'with' '(' with_item % ',' ','? ')' ':' block
  / 'async' 'with' with_item % ',' ':' block / ^ no_with_colon
with_item = expression 'as' star_target &with_item_end / ^ no_with_target / expression
with_item_end = ',' / ')' / ':'
no_with_target = expression 'as' a:expression &with_item_end => cannot_assign a
with_guess = expression as_target?
with_guesses = expressions as_target?
as_target = 'as' star_target
no_with_block
  = 'async'? a:'with' with_guess % ',' ':' NEWLINE !INDENT
    => indent a "expected an indented block after 'with' statement on line %d"
  / 'async'? a:'with' '(' with_guesses % ',' ','? ')' ':' NEWLINE !INDENT
    => indent a "expected an indented block after 'with' statement on line %d"
no_with_colon
  = 3.15: 'async'? 'with' with_guess % ',' a:',' ':'
    => at a "the last 'with' item has a trailing comma"
  / 'async'? 'with' with_guess % ',' NEWLINE => here "expected ':'"
  / 'async'? 'with' '(' with_guesses % ',' ','? ')' NEWLINE => here "expected ':'"
try = ^ no_try / 'try' &&':' block finally / 'try' &&':' block except+ else? finally?
  / 'try' &&':' block except_star+ else? finally?
no_try
  = a:'try' ':' NEWLINE !INDENT
    => indent a "expected an indented block after 'try' statement on line %d"
  / 'try' ':' block !after_try => here "expected 'except' or 'finally' block"
  / 'try' ':' block* except+ a:'except' b:'*' expression as_name? ':'
    => range a b "cannot have both 'except' and 'except*' on the same 'try'"
  / 'try' ':' block* except_star+ a:'except' except_type? ':'
    => at a "cannot have both 'except' and 'except*' on the same 'try'"
after_try = 'except' / 'finally'
except_type = expression as_name?
except = ^ no_except_block / 'except' expression as_name? ':' block
  / 3.14: 'except' expressions ':' block / 'except' ':' block / ^ no_except
except_star = ^ no_except_star_block / 'except' '*' expression as_name? ':' block
  / 3.14: 'except' '*' expressions ':' block / ..3.13: ^ no_except / 3.14: ^ no_except_star
no_except
  = ..3.13: 'except' '*'? a:expression ',' expressions as_name? ':'
    => from a "multiple exception types must be parenthesized"
  / 3.14: 'except' a:expression ',' expressions 'as' NAME ':'
    => from a "multiple exception types must be parenthesized when using 'as'"
  / 'except' '*'? expression as_name? NEWLINE => here "expected ':'"
  / 'except' NEWLINE => here "expected ':'"
  / 'except' '*' except_nothing => here "expected one or more exception types"
  / 3.14: 'except' expression 'as' a:expression ':' block
    => named a "cannot use except statement with %s"
no_except_star
  = 'except' '*' a:expression ',' expressions 'as' NAME ':'
    => from a "multiple exception types must be parenthesized when using 'as'"
  / 'except' '*' expression as_name? NEWLINE => here "expected ':'"
  / 'except' '*' except_nothing => here "expected one or more exception types"
  / 'except' '*' expression 'as' a:expression ':' block
    => named a "cannot use except* statement with %s"
except_nothing = NEWLINE / ':'
no_except_block
  = a:'except' expression as_name? ':' NEWLINE !INDENT
    => indent a "expected an indented block after 'except' statement on line %d"
  / a:'except' ':' NEWLINE !INDENT
    => indent a "expected an indented block after 'except' statement on line %d"
no_except_star_block = a:'except' '*' expression as_name? ':' NEWLINE !INDENT
    => indent a "expected an indented block after 'except*' statement on line %d"
finally = ^ a:'finally' ':' NEWLINE !INDENT
    => indent a "expected an indented block after 'finally' statement on line %d"
  / 'finally' &&':' block
)";

AWAITSCOPE_DEFERRED constexpr char kPatterns[] = R"(
match = "match" subject ':' NEWLINE INDENT case+ DEDENT / ^ no_match
subject = star_named_expression ',' star_named_expressions? / named_expression
no_match = "match" subject NEWLINE => here "expected ':'"
  / a:"match" subject ':' NEWLINE !INDENT
    => indent a "expected an indented block after 'match' statement on line %d"
  / 3.15: a:"case" patterns guard? b:':' block
    => range a b "case statement must be inside match statement"
case = ^ no_case / "case" patterns guard? ':' block
no_case = "case" patterns guard? NEWLINE => here "expected ':'"
  / a:"case" patterns guard? ':' NEWLINE !INDENT
    => indent a "expected an indented block after 'case' statement on line %d"
guard = 'if' named_expression
patterns = open_sequence / pattern
open_sequence = maybe_star_pattern ',' maybe_sequence?
maybe_sequence = maybe_star_pattern % ',' ','?
maybe_star_pattern = star_pattern / pattern
@star_pattern = '*' capture_target / '*' "_"
pattern = as_pattern / or_pattern
as_pattern = or_pattern 'as' capture_target / ^ no_as_pattern
no_as_pattern = or_pattern 'as' a:"_" => at a "cannot use '_' as a target"
  / ..3.13: or_pattern 'as' !NAME a:expression => at a "invalid pattern target"
  / 3.14: or_pattern 'as' a:expression => named a "cannot use %s as pattern target"
or_pattern = closed_pattern % '|'
@closed_pattern = literal_pattern / capture_target / "_" / value_pattern / group_pattern
  / sequence_pattern / mapping_pattern / class_pattern
literal_pattern = signed_number !sign / complex_number / STRINGS / 'None' / 'True' / 'False'
literal_key = signed_number !sign / complex_number / STRINGS / 'None' / 'True' / 'False'
sign = '+' / '-'
signed_number = NUMBER / 3.15: '+' NUMBER / '-' NUMBER
complex_number = real_number '+' imaginary_number / real_number '-' imaginary_number
real_number = real / 3.15: '+' real / '-' real
real = a:NUMBER => real_number a "real number required in complex literal"
imaginary_number = a:NUMBER => imaginary_number a "imaginary number required in complex literal"
capture_target = !"_" NAME !after_capture
after_capture = '.' / '(' / '='
value_pattern = attribute !after_capture
attribute = NAME after_dot+
name_or_attribute = NAME after_dot*
group_pattern = '(' pattern ')'
sequence_pattern = '[' maybe_sequence? ']' / '(' open_sequence? ')'
mapping_pattern = '{' '}' / '{' double_star_pattern ','? '}'
  / '{' key_value_pattern % ',' ',' double_star_pattern ','? '}'
  / '{' key_value_pattern % ',' ','? '}' / 3.15: ^ no_mapping_pattern
no_mapping_pattern = '{' pairs_first? '**' a:capture_target ',' key_value_pattern % ',' ','? '}'
    => at a
    "double star pattern must be the last (right-most) subpattern in the mapping pattern"
pairs_first = key_value_pattern % ',' ','
key_value_pattern = key ':' pattern
key = literal_key / attribute
double_star_pattern = '**' capture_target
class_pattern = name_or_attribute '(' ')' / name_or_attribute '(' pattern % ',' ','? ')'
  / name_or_attribute '(' keyword_pattern % ',' ','? ')'
  / name_or_attribute '(' pattern % ',' ',' keyword_pattern % ',' ','? ')'
  / ^ no_class_pattern
no_class_pattern = name_or_attribute '(' positional_first? keyword_pattern % ',' ','
    a:positional_patterns => at a "positional patterns follow keyword patterns"
positional_first = positional_patterns ','
positional_patterns = pattern % ','
keyword_pattern = NAME '=' pattern
)";

AWAITSCOPE_DEFERRED constexpr char kExpressions[] = R"(
fstring = star_expressions
expressions = expression more_expressions+ ','? / expression ',' / expression
more_expressions = ',' expression
@expression = 3.15: ^ no_if_expression / ^ no_expression / ^ no_legacy_expression
  / disjunction 'if' disjunction 'else' expression / disjunction / lambda
no_if_expression
  = disjunction 'if' disjunction 'else' a:'*'
    => at a "cannot unpack only part of a conditional expression"
  / disjunction 'if' disjunction 'else' a:'**'
    => at a "cannot use dict unpacking on only part of a conditional expression"
no_expression
  = 3.14: STRING a:between_strings STRING
    => at a "invalid syntax. Is this intended to be part of the string?"
  / !no_comma_here a:disjunction b:plain_expression
    => forgotten_comma a b "invalid syntax. Perhaps you forgot a comma?"
  / a:disjunction 'if' b:disjunction !after_if
    => range a b "expected 'else' after 'if' expression"
  / 3.14: disjunction 'if' disjunction 'else' !expression
    => next "expected expression after 'else', but statement is given"
  / 3.14: a:simple_word 'if' disjunction 'else' simple
    => at a "expected expression before 'if', but statement is given"
  / 3.12: a:'lambda' lambda_params? b:':' &FSTRING_MIDDLE
    => range a b "f-string: lambda expressions are not allowed without parentheses"
  / 3.14: a:'lambda' lambda_params? b:':' &TSTRING_MIDDLE
    => range a b "t-string: lambda expressions are not allowed without parentheses"
between_strings = between_string+
between_string = !STRING plain_expression
simple_word = 'pass' / 'break' / 'continue'
no_comma_here = NAME STRING / SOFT_KEYWORD
after_if = 'else' / ':'
plain_expression = disjunction 'if' disjunction 'else' expression / disjunction / lambda
no_legacy_expression = a:NAME !'(' b:star_expressions => legacy a b
    "Missing parentheses in call to '%s'. Did you mean %s(...)?"
yield = 'yield' 'from' expression / 'yield' star_expressions?
star_expressions = star_expression more_star_expressions+ ','? / star_expression ','
  / star_expression
more_star_expressions = ',' star_expression
@star_expression = '*' bitwise_or / expression
sequence_items = sequence_item % ',' ','?
sequence_item = 3.15: ^ no_dict_unpacking_here / star_named_expression
no_dict_unpacking_here = a:'**' bitwise_or => at a "cannot use dict unpacking here"
  / no_starred
star_named_expressions = star_named_expression % ',' ','?
star_named_expression = '*' bitwise_or / named_expression
assignment_expression = NAME ':=' ~ expression
named_expression = assignment_expression / ^ no_named_expression / expression !':='
@no_named_expression
  = a:expression ':=' expression => named a "cannot use assignment expressions with %s"
  / a:NAME '=' b:bitwise_or !assigns
    => range a b "invalid syntax. Maybe you meant '==' or ':=' instead of '='?"
  / !assignable a:bitwise_or '=' bitwise_or !assigns
    => named a "cannot assign to %s here. Maybe you meant '==' instead of '='?"
assigns = '=' / ':='
assignable = list / tuple / generator / 'True' / 'None' / 'False'
@disjunction = conjunction or_conjunction+ / conjunction
or_conjunction = 'or' conjunction
@conjunction = inversion and_inversion+ / inversion
and_inversion = 'and' inversion
@inversion = 'not' inversion / comparison
comparison = bitwise_or compared+ / bitwise_or
compared = '==' bitwise_or / '!=' bitwise_or / '<=' bitwise_or / '<' bitwise_or
  / '>=' bitwise_or / '>' bitwise_or / 'not' 'in' bitwise_or / 'in' bitwise_or
  / 'is' 'not' bitwise_or / 'is' bitwise_or
  / 3.12: a:'<>' => at a "invalid syntax.  Maybe you meant '!=' instead of '<>'?"
@bitwise_or = bitwise_xor or_more*
or_more = '|' bitwise_xor
@bitwise_xor = bitwise_and xor_more*
xor_more = '^' bitwise_and
@bitwise_and = shift and_more*
and_more = '&' shift
@shift = 3.13: ^ no_arithmetic / sum shift_more*
no_arithmetic = sum arithmetic a:'not' b:inversion
    => range a b "'not' after an operator must be parenthesized"
arithmetic = '+' / '-' / '*' / '/' / '%' / '//' / '@'
shift_more = '<<' sum / '>>' sum
@sum = term sum_more*
sum_more = '+' term / '-' term
@term = 3.13: ^ no_factor / factor term_more*
no_factor = unary a:'not' b:factor => range a b "'not' after an operator must be parenthesized"
unary = '+' / '-' / '~'
term_more = '*' factor / '/' factor / '//' factor / '%' factor / '@' factor
@factor = '+' factor / '-' factor / '~' factor / power
power = await_primary '**' factor / await_primary
@await_primary = 'await' primary / primary
@primary = atom trailer*
trailer = '.' NAME / generator / '(' arguments? ')' / '[' slices ']'
slices = slice !',' / slice_item % ',' ','?
slice_item = slice / starred
slice = expression? ':' expression? slice_step? / named_expression
slice_step = ':' expression?
atom = NAME / 'True' / 'False' / 'None' / &strings_start STRINGS / NUMBER
  / &'(' parenthesised / &'[' bracketed / &'{' braced / '...'
parenthesised = 3.15: generator / tuple / group / ..3.14: generator
bracketed = 3.15: list_comprehension / list / ..3.14: list_comprehension
braced = 3.15: dict_comprehension / 3.15: set_comprehension / dict / set
  / ..3.14: dict_comprehension / ..3.14: set_comprehension
group = '(' grouped ')' / ^ no_group
grouped = yield / named_expression
no_group = '(' a:starred ')' => at a "cannot use starred expression here"
  / '(' a:'**' expression ')' => at a "cannot use double starred expression here"
lambda = 'lambda' lambda_params? ':' expression
strings_start = STRING / 3.12: FSTRING_START / 3.14: TSTRING_START
@STRINGS = ..3.11: STRING_LITERALS / 3.14: ^ no_mixed_strings
  / 3.12: a:string_parts => unmixed a "cannot mix bytes and nonbytes literals" / 3.14: tstring+
string_parts = string_part+
string_part = fstring_literal / STRING_LITERALS
no_mixed_strings = no_string_mixed / no_tstring_mixed
no_string_mixed = string_part no_string_mixed / a:string_part b:tstring
    => range a b "cannot mix t-string literals with string or bytes literals"
no_tstring_mixed = tstring no_tstring_mixed / a:tstring b:string_part
    => range a b "cannot mix t-string literals with string or bytes literals"
list = '[' sequence_items? ']'
tuple = '(' tuple_items? ')'
tuple_items = sequence_item ',' sequence_items?
set = '{' sequence_items '}'
dict = '{' dict_items? '}' / ..3.14: '{' no_dict_items '}' / 3.15: ^ '{' no_dict_items '}'
dict_items = dict_item % ',' ','?
dict_item = '**' bitwise_or / pair
pair = expression ':' expression
no_dict_items = 3.15: no_pair_unpacking ','? / dict_item % ',' ',' no_pair
  / 3.15: dict_item % ',' ',' no_pair_unpacking
  / ..3.14: expression ':' a:'*' bitwise_or
    => from a "cannot use a starred expression in a dictionary value"
  / expression a:':' &dict_value_end
    => at a "expression expected after dictionary key and ':'"
no_pair = a:expression !':' => after_key a "':' expected after dictionary key"
  / expression ':' a:'*' bitwise_or
    => from a "cannot use a starred expression in a dictionary value"
  / expression a:':' &dict_value_end
    => at a "expression expected after dictionary key and ':'"
no_pair_unpacking
  = a:'**' b:if_expression => range a b
    "invalid double starred expression. Did you forget to wrap the conditional expression in parentheses?"
  / a:'*' b:bitwise_or ':' expression
    => range a b "cannot use a starred expression in a dictionary key"
  / a:'**' b:bitwise_or ':' expression
    => range a b "cannot use dict unpacking in a dictionary key"
  / expression ':' a:'*' b:bitwise_or
    => range a b "cannot use a starred expression in a dictionary value"
  / expression ':' a:'**' b:bitwise_or
    => range a b "cannot use dict unpacking in a dictionary value"
dict_value_end = '}' / ','
if_expression = disjunction 'if' disjunction 'else' expression
loops = loop+
loop = 'async' 'for' star_targets 'in' ~ disjunction condition*
  / 'for' star_targets 'in' ~ disjunction condition* / 3.13: ^ no_in / ^ no_for_target
no_in = 'async'? 'for' bitwise_or more_loop_variables* ','? !'in'
    => here "'in' expected after for-loop variables"
more_loop_variables = ',' bitwise_or
condition = 'if' disjunction
list_comprehension = '[' looped loops ']' / ^ no_comprehension
set_comprehension = '{' looped loops '}' / ^ no_comprehension
looped = ..3.14: named_expression / 3.15: star_named_expression
generator = '(' generated loops ')' / ^ no_comprehension
generated = element / 3.15: starred
element = assignment_expression / expression !':='
dict_comprehension = '{' pair loops '}' / 3.15: '{' '**' expression loops '}'
  / ..3.14: ^ '{' a:'**' bitwise_or loops '}'
    => at a "dict unpacking cannot be used in dict comprehension"
no_comprehension
  = 3.15: '[' a:'**' b:expression loops
    => range a b "cannot use dict unpacking in list comprehension"
  / 3.15: '(' a:'**' b:expression loops
    => range a b "cannot use dict unpacking in generator expression"
  / ..3.14: opening a:starred loops => at a "iterable unpacking cannot be used in comprehension"
  / square_or_brace a:star_named_expression ',' b:star_named_expressions loops
    => range_of_items a b "did you forget parentheses around the comprehension target?"
  / square_or_brace a:star_named_expression b:',' loops
    => range a b "did you forget parentheses around the comprehension target?"
opening = '[' / '(' / '{'
square_or_brace = '[' / '{'

@arguments = args ','? &')' / ^ no_arguments
args = argument % ',' more_keywords? / keywords
more_keywords = ',' keywords
argument = starred / element !'='
keywords = keyword_or_star % ',' ',' keyword_or_double_star % ','
  / keyword_or_star % ',' / keyword_or_double_star % ','
starred = 3.13: ^ no_starred / '*' expression / 3.13: ^ '*' => here "Invalid star expression"
no_starred = 3.15: a:'*' b:if_expression => range a b
    "invalid starred expression. Did you forget to wrap the conditional expression in parentheses?"
  / 3.13: a:'*' expression '=' b:expression
    => range a b "cannot assign to iterable argument unpacking"
keyword_or_star = ^ no_keyword / NAME '=' expression / starred
keyword_or_double_star = ^ no_keyword / NAME '=' expression / '**' expression
no_keyword
  = a:keyword_constant b:'=' => range a b "cannot assign to %s"
  / a:NAME b:'=' expression loops
    => range a b "invalid syntax. Maybe you meant '==' or ':=' instead of '='?"
  / !keyword_start a:expression b:'='
    => range a b "expression cannot contain assignment, perhaps you meant \"==\"?"
  / 3.13: a:'**' expression '=' b:expression
    => range a b "cannot assign to keyword argument unpacking"
keyword_constant = 'True' / 'False' / 'None'
keyword_start = NAME '='
no_arguments
  = ..3.12: with_keywords ',' a:'*' => at a
    "iterable argument unpacking follows keyword argument unpacking"
  / 3.13: with_keywords a:',' unpacked_argument % ',' => from a
    "iterable argument unpacking follows keyword argument unpacking"
  / a:expression b:loops ',' after_generator?
    => parenthesised_generator a b "Generator expression must be parenthesized"
  / a:NAME b:'=' expression loops
    => range a b "invalid syntax. Maybe you meant '==' or ':=' instead of '='?"
  / 3.13: arguments_first? a:NAME b:'=' &argument_end
    => range a b "expected argument value expression"
  / a:args b:loops => generator_argument a b "Generator expression must be parenthesized"
  / args ',' a:expression b:loops
    => generator_target a b "Generator expression must be parenthesized"
  / a:args ',' args => argument_order a "positional argument follows keyword argument"
with_keywords = argument % ',' more_keywords / keywords
after_generator = args / expression loops
unpacked_argument = starred !'='
arguments_first = args ','
argument_end = ',' / ')'

star_targets = star_target !',' / star_target more_star_targets* ','?
more_star_targets = ',' star_target
@star_target = '*' unstarred_target / target_with_star_atom
unstarred_target = !'*' star_target
@target_with_star_atom = target_primary '.' NAME !target_goes_on
  / target_primary '[' slices ']' !target_goes_on / star_atom
star_atom = NAME / '(' target_with_star_atom ')' / '(' star_target_tuple? ')'
  / '[' star_target_list? ']'
star_target_list = star_target % ',' ','?
star_target_tuple = star_target more_star_targets+ ','? / star_target ','
single_target = single_subscript_attribute_target / NAME / '(' single_target ')'
single_subscript_attribute_target = target_primary '.' NAME !target_goes_on
  / target_primary '[' slices ']' !target_goes_on
@target_primary = atom &target_goes_on target_trailer*
target_trailer = '.' NAME &target_goes_on / '[' slices ']' &target_goes_on
  / generator &target_goes_on / '(' arguments? ')' &target_goes_on
target_goes_on = '(' / '[' / '.'
del_targets = del_target % ',' ','?
@del_target = target_primary '.' NAME !target_goes_on
  / target_primary '[' slices ']' !target_goes_on / del_atom
del_atom = NAME / '(' del_target ')' / '(' del_targets? ')' / '[' del_targets? ']'
)";

// Parameters of functions and of lambdas: $ is the rules' prefix, @ stands for what ends the list,
// { } hold what only functions have, [ ] what only lambdas have.
AWAITSCOPE_DEFERRED constexpr char kParameters[] = R"(
$params = ^ no_$params / $parameters
$parameters = $slash_plain $plain* $with_default* $star_rest?
  / $slash_default $with_default* $star_rest?
  / $plain+ $with_default* $star_rest? / $with_default+ $star_rest? / $star_rest
$slash_plain = $plain+ '/' ',' / $plain+ '/' &#
$slash_default = $plain* $with_default+ '/' ',' / $plain* $with_default+ '/' &#
$star_rest = ^ no_$star_rest / '*' $plain $maybe_default* $double_star?
  {/ '*' starred_parameter $maybe_default* $double_star?}
  / '*' ',' $maybe_default+ $double_star? / $double_star
$double_star = ^ no_$double_star / '**' $plain
$plain = $parameter ',' / $parameter &#
$with_default = $parameter default ',' / $parameter default &#
$maybe_default = $parameter default? ',' / $parameter default? &#
$plain_end = ',' / &#
$any_slash = $slash_plain / $slash_default
no_$params
  = ..3.11: $plain* $defaults_first a:$parameter $plain_end
    => at a "non-default argument follows default argument"
  / ..3.11: $plain* a:'(' $parenthesised_parameters ','? b:')'
    => range a b "{Function}[Lambda expression] parameters cannot be parenthesized"
  / a:'/' ',' => at a 3.15: "at least one parameter must precede /"
    "at least one argument must precede /"
  / $any_slash $maybe_default* a:'/' => at a "/ may appear only once"
  / 3.12: $slash_plain? $plain* $defaults_first a:$parameter $plain_end
    => at a "parameter without a default follows parameter with a default"
  / 3.12: $plain* a:'(' $parenthesised_parameters ','? b:')'
    => range a b "{Function}[Lambda expression] parameters cannot be parenthesized"
  / $any_slash? $maybe_default* '*' $comma_or_plain $maybe_default* a:'/'
    => at a "/ must be ahead of *"
  / $maybe_default+ '/' a:'*' => at a "expected comma between / and *"
$parenthesised_parameters = {$plain+}[$parameter % ',']
$defaults_first = $slash_default / $with_default+
$comma_or_plain = ',' / $plain
no_$star_rest
  = a:'*' $nothing_starred => {at a}[here] 3.15: "named parameters must follow bare *"
    "named arguments must follow bare *"
  / '*' $parameter a:'=' => at a
    3.15: "var-positional parameter cannot have default value"
    "var-positional argument cannot have default value"
  / '*' $plain_or_comma $maybe_default* a:'*' $plain_or_comma
    => at a 3.15: "* may appear only once" "* argument may appear only once"
$nothing_starred = # / ',' $nothing_after
$nothing_after = # / '**'
$plain_or_comma = $plain / ','
no_$double_star
  = '**' $parameter a:'=' => at a
    3.15: "var-keyword parameter cannot have default value"
    "var-keyword argument cannot have default value"
  / '**' $parameter ',' a:$parameter
    => at a 3.15: "parameters cannot follow var-keyword parameter"
    "arguments cannot follow var-keyword argument"
  / '**' $parameter ',' a:$star_or_slash
    => at a 3.15: "parameters cannot follow var-keyword parameter"
    "arguments cannot follow var-keyword argument"
$star_or_slash = '*' / '**' / '/'
)";

AWAITSCOPE_DEFERRED constexpr char kParameterParts[] = R"(
parameter = NAME annotation?
lambda_parameter = NAME
annotation = ':' expression
starred_parameter = NAME star_annotation ',' / NAME star_annotation &')'
star_annotation = ':' star_expression
default = '=' expression / ^ a:'=' &default_missing => at a "expected default value expression"
default_missing = ')' / ','
)";

// f-strings, which are tokens since 3.12, and t-strings: $ is f or t, # is F or T.
AWAITSCOPE_DEFERRED constexpr char kFormatted[] = R"(
$string_middle = $string_field / #STRING_MIDDLE
$string_field = '{' assigned_value '='? $string_conversion? $string_specification? '}'
  / ^ no_$string_field
$string_conversion = a:'!' b:NAME => conversion a b "$-string: "
$string_specification = ':' $string_specification_part*
$string_specification_part = #STRING_MIDDLE / $string_field
no_$string_field
  = '{' a:'=' => at a "$-string: valid expression required before '='"
  / '{' a:'!' => at a "$-string: valid expression required before '!'"
  / '{' a:':' => at a "$-string: valid expression required before ':'"
  / '{' a:'}' => at a "$-string: valid expression required before '}'"
  / '{' !assigned_value => next "$-string: expecting a valid expression after '{'"
  / '{' assigned_value !after_expression
    => next "$-string: expecting '=', or '!', or ':', or '}'"
  / '{' assigned_value '=' !after_shown => next "$-string: expecting '!', or ':', or '}'"
  / '{' assigned_value '='? no_$string_conversion
  / '{' assigned_value '='? conversion? !after_conversion
    => next "$-string: expecting ':' or '}'"
  / '{' assigned_value '='? conversion? ':' $string_specification_part* !'}'
    => next "$-string: expecting '}', or format specs"
  / '{' assigned_value '='? conversion? !'}' => next "$-string: expecting '}'"
no_$string_conversion = '!' &after_conversion => next "$-string: missing conversion character"
  / '!' !NAME => next "$-string: invalid conversion character"
)";

AWAITSCOPE_DEFERRED constexpr char kFormattedParts[] = R"(
@fstring_literal = 3.12: FSTRING_START fstring_middle* FSTRING_END
@tstring = 3.14: TSTRING_START tstring_middle* TSTRING_END
conversion = '!' NAME
after_expression = '=' / '!' / ':' / '}'
after_shown = '!' / ':' / '}'
after_conversion = ':' / '}'
)";

struct Named {
  std::string_view name;
  Report report;
};

constexpr Named kReports[] = {
    {"at", Report::At},
    {"range", Report::Range},
    {"here", Report::Here},
    {"from", Report::From},
    {"indent", Report::Indent},
    {"cannot_assign", Report::CannotAssign},
    {"cannot_assign_in_for", Report::CannotAssignInFor},
    {"cannot_delete", Report::CannotDelete},
    {"named", Report::Named},
    {"legacy", Report::Legacy},
    {"forgotten_comma", Report::ForgottenComma},
    {"parenthesised_generator", Report::ParenthesisedGenerator},
    {"generator_argument", Report::GeneratorArgument},
    {"generator_target", Report::GeneratorTarget},
    {"argument_order", Report::ArgumentOrder},
    {"after_key", Report::AfterKey},
    {"range_of_items", Report::RangeOfItems},
    {"real_number", Report::RealNumber},
    {"imaginary_number", Report::ImaginaryNumber},
    {"named_range", Report::NamedRange},
    {"next", Report::Next},
    {"bound", Report::Bound},
    {"unmixed", Report::Unmixed},
    {"conversion", Report::Conversion},
};

// The parameters' rules for one of the two kinds.
std::string parameters_of(bool lambda) {
  std::string out;
  bool skip = false;
  for (char c : std::string_view(kParameters)) {
    switch (c) {
      case '{': skip = lambda; break;
      case '[': skip = !lambda; break;
      case '}':
      case ']': skip = false; break;
      case '$':
        if (!skip && lambda) out += "lambda_";
        break;
      case '#':
        if (!skip) out += lambda ? "':'" : "')'";
        break;
      default:
        if (!skip) out.push_back(c);
    }
  }
  return out;
}

std::string formatted_of(char kind) {
  std::string out;
  for (char c : std::string_view(kFormatted)) {
    out.push_back(c == '$' ? kind : c == '#' ? static_cast<char>(kind & ~0x20) : c);
  }
  return out;
}

// Compiles the notation. It is our own text: what does not fit is our bug.
class Compiler {
 public:
  Compiler(Grammar& out, Version version) : out_(out), version_(version) {}

  void add(std::string_view text) {
    text_ = text;
    at_ = 0;
    while (skip_space()) read_rule();
  }

  uint16_t rule(std::string_view name) {
    for (size_t i = 0; i < names_.size(); ++i) {
      if (names_[i] == name) return static_cast<uint16_t>(i);
    }
    names_.emplace_back(name);
    out_.rules.push_back(kUndefined);
    return static_cast<uint16_t>(names_.size() - 1);
  }

  bool complete() const {
    for (uint16_t index : out_.rules) {
      if (index == kUndefined) return false;
    }
    return true;
  }

 private:
  static constexpr uint16_t kUndefined = 0xFFFF;

  bool skip_space() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\n')) ++at_;
    return at_ < text_.size();
  }
  bool accept(char c) {
    if (!skip_space() || text_[at_] != c) return false;
    ++at_;
    return true;
  }
  static bool is_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }
  std::string_view read_word() {
    skip_space();
    size_t start = at_;
    while (at_ < text_.size() && is_word(text_[at_])) ++at_;
    return text_.substr(start, at_ - start);
  }
  std::string_view read_quoted(char quote) {
    size_t start = at_;
    while (text_[at_] != quote || text_[at_ - 1] == '\\') ++at_;
    ++at_;
    return text_.substr(start, at_ - start - 1);
  }
  // Whether the next word begins a new rule: it is followed by '='.
  bool at_rule() {
    size_t start = at_;
    accept('@');
    read_word();
    bool found = skip_space() && text_[at_] == '=' && text_[at_ + 1] != '>';
    at_ = start;
    return found;
  }

  uint16_t make(Kind kind) {
    out_.expressions.emplace_back();
    out_.expressions.back().kind = kind;
    return static_cast<uint16_t>(out_.expressions.size() - 1);
  }
  Expression& at(uint16_t index) { return out_.expressions[index]; }

  void read_rule() {
    bool remembered = accept('@');
    uint16_t index = rule(read_word());
    bool opened = accept('=');
    assert(opened && out_.rules[index] == kUndefined);
    (void)opened;
    uint16_t choice = make(Kind::Choice);
    at(choice).remembered = remembered;
    if (remembered) at(choice).target = static_cast<uint16_t>(out_.remembered++);
    out_.rules[index] = choice;
    do {
      bool included = read_mark();
      uint16_t sequence = read_sequence();
      if (included) at(choice).parts.push_back(sequence);
    } while (accept('/'));
  }

  static bool is_mark(char c) { return (c >= '0' && c <= '9') || c == '.'; }
  // "3.14:" or "..3.13:", or nothing: whether what follows is in this version's grammar.
  bool read_mark() {
    if (!skip_space() || !is_mark(text_[at_])) return true;
    bool until = text_[at_] == '.';
    while (text_[at_] == '.') ++at_;
    at_ += 2;
    int minor = 0;
    while (text_[at_] != ':') minor = minor * 10 + (text_[at_++] - '0');
    ++at_;
    Version mark = static_cast<Version>(minor);
    return until ? version_ <= mark : version_ >= mark;
  }

  uint16_t read_sequence() {
    uint16_t sequence = make(Kind::Sequence);
    if (accept('^')) at(sequence).second_pass = true;
    while (skip_space() && text_[at_] != '/' && !at_rule()) {
      if (text_[at_] == '=') {
        at_ += 2;
        read_report(sequence);
        break;
      }
      uint16_t item = read_item();
      at(sequence).parts.push_back(item);
    }
    return sequence;
  }

  void read_report(uint16_t sequence) {
    std::string_view name = read_word();
    for (const Named& named : kReports) {
      if (named.name == name) at(sequence).report = named.report;
    }
    assert(at(sequence).report != Report::None);
    while (skip_space() && (text_[at_] == 'a' || text_[at_] == 'b') && !is_word(text_[at_ + 1])) {
      ++at_;
    }
    // The first message that is the version's.
    while (skip_space() && (is_mark(text_[at_]) || text_[at_] == '"')) {
      bool included = read_mark();
      accept('"');
      std::string_view message = read_quoted('"');
      if (included && at(sequence).text.empty()) at(sequence).text = message;
    }
  }

  uint16_t wrap(Kind kind, uint16_t item) {
    uint16_t outer = make(kind);
    at(outer).parts.push_back(item);
    return outer;
  }

  uint16_t read_item() {
    if (accept('~')) return make(Kind::Cut);
    if (accept('!')) return wrap(Kind::FollowsNot, read_atom());
    if (accept('&')) {
      if (!accept('&')) return wrap(Kind::Follows, read_atom());
      uint16_t forced = read_atom();
      at(forced).kind = Kind::Forced;
      return forced;
    }
    uint8_t capture = 0;
    if ((text_[at_] == 'a' || text_[at_] == 'b') && text_[at_ + 1] == ':') {
      capture = text_[at_] == 'a' ? 1 : 2;
      at_ += 2;
    }
    uint16_t item = read_atom();
    if (accept('?')) {
      item = wrap(Kind::Optional, item);
    } else if (accept('*')) {
      item = wrap(Kind::Any, item);
    } else if (accept('+')) {
      item = wrap(Kind::Some, item);
    } else if (accept('%')) {
      uint16_t separator = read_atom();
      item = wrap(Kind::List, item);
      at(item).token = at(separator).token;
    }
    at(item).capture = capture;
    return item;
  }

  uint16_t read_atom() {
    if (accept('"')) {
      uint16_t word = make(Kind::Word);
      at(word).text = read_quoted('"');
      return word;
    }
    if (accept('\'')) {
      uint16_t token = make(Kind::Token);
      at(token).token = token_spelled(read_quoted('\''));
      return token;
    }
    std::string_view name = read_word();
    assert(!name.empty());
    struct Class {
      std::string_view name;
      Tok type;
    };
    constexpr Class kClasses[] = {{"NAME", Tok::Name},
                                  {"NUMBER", Tok::Number},
                                  {"STRING", Tok::String},
                                  {"NEWLINE", Tok::Newline},
                                  {"INDENT", Tok::Indent},
                                  {"DEDENT", Tok::Dedent},
                                  {"FSTRING_START", Tok::FStringStart},
                                  {"FSTRING_END", Tok::FStringEnd},
                                  {"TSTRING_START", Tok::TStringStart},
                                  {"TSTRING_END", Tok::TStringEnd}};
    for (const Class& one : kClasses) {
      if (one.name != name) continue;
      uint16_t token = make(Kind::Token);
      at(token).token = one.type;
      return token;
    }
    if (name == "SOFT_KEYWORD") return make(Kind::SoftWord);
    if (name == "STRING_LITERALS") return make(Kind::Strings);
    if (name == "FSTRING_MIDDLE" || name == "TSTRING_MIDDLE") {
      uint16_t text = make(Kind::FormattedText);
      at(text).token = name[0] == 'F' ? Tok::FStringMiddle : Tok::TStringMiddle;
      return text;
    }
    uint16_t reference = make(Kind::Rule);
    at(reference).target = rule(name);
    return reference;
  }

  static Tok token_spelled(std::string_view spelling) {
    std::string text(spelling);
    text.push_back('\n');
    LexRange range;
    range.text = text;
    range.end = static_cast<uint32_t>(text.size());
    // A closing bracket alone is an error for the lexer.
    switch (spelling[0]) {
      case ')': return Tok::RightParen;
      case ']': return Tok::RightBracket;
      case '}': return Tok::RightBrace;
      default: return lex(range).tokens[0].type;
    }
  }

  Grammar& out_;
  Version version_;
  std::string_view text_;
  size_t at_ = 0;
  std::vector<std::string> names_;
};

}  // namespace

const Grammar& grammar(Version version) {
  need_deferred_data();
  struct Texts {
    std::string parameters = parameters_of(false), lambda_parameters = parameters_of(true);
    std::string fstrings = formatted_of('f'), tstrings = formatted_of('t');
  };
  static const Texts texts;
  static std::unique_ptr<Grammar> compiled[kVersionNames.size()];
  auto& grammar = compiled[size_t(version) - size_t(Version::V3_11)];
  if (grammar) return *grammar;
  grammar = std::make_unique<Grammar>();
  Compiler compiler(*grammar, version);
  grammar->statement = compiler.rule("statement");
  grammar->fstring = compiler.rule("fstring");
  grammar->plain_expression = compiler.rule("plain_expression");
  for (std::string_view text :
       {std::string_view(kStatements), std::string_view(kPatterns), std::string_view(kExpressions),
        std::string_view(texts.parameters), std::string_view(texts.lambda_parameters),
        std::string_view(kParameterParts), std::string_view(texts.fstrings),
        std::string_view(texts.tstrings), std::string_view(kFormattedParts)}) {
    compiler.add(text);
  }
  assert(compiler.complete());
  return *grammar;
}

}  // namespace awaitscope::rules
