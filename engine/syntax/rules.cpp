#include "engine/syntax/rules.h"

#include <cassert>

#include "engine/compat/deferred_data.h"

namespace awaitscope::rules {
namespace {

AWAITSCOPE_DEFERRED constexpr char kStatements[] = R"(
statement = compound / line
statements = statement+
@block = NEWLINE INDENT statements DEDENT / line / ^ no_block
no_block = NEWLINE !INDENT => indent "expected an indented block"
line = simple !';' NEWLINE / simple % ';' ';'? NEWLINE
@simple = assignment / star_expressions / &'return' 'return' star_expressions?
  / &'import' 'import' import_name % ',' / &'from' import_from
  / &'raise' raise / 'pass' / &'del' delete / &'yield' yield / &'assert' assert
  / 'break' / 'continue' / &'global' 'global' NAME % ',' / &'nonlocal' 'nonlocal' NAME % ','
raise = 'raise' expression after_from? / 'raise'
after_from = 'from' expression
assert = 'assert' expression after_comma?
after_comma = ',' expression
import_name = dotted_name as_name?
dotted_name = NAME after_dot*
after_dot = '.' NAME
as_name = 'as' NAME
import_from = 'from' dots* dotted_name 'import' import_targets
  / 'from' dots+ 'import' import_targets
dots = '.' / '...'
import_targets = '(' imported % ',' ','? ')' / imported % ',' !',' / '*'
  / ^ imported % ',' ',' NEWLINE
    => here "trailing comma not allowed without surrounding parentheses"
imported = NAME as_name?
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

compound = &function_start function / &'if' if / &class_start class / &with_start with
  / &for_start for / &'try' try / &'while' while / match
function_start = 'def' / '@' / 'async'
class_start = 'class' / '@'
with_start = 'with' / 'async'
for_start = 'for' / 'async'
decorator = '@' named_expression NEWLINE
function = decorator+ def / def
def = ^ no_def_block
  / 'def' NAME &&'(' params? ')' returns? &&':' block
  / 'async' 'def' NAME &&'(' params? ')' returns? &&':' block
returns = '->' expression
no_def_block = 'async'? a:'def' NAME '(' params? ')' returns? ':' NEWLINE !INDENT
    => indent a "expected an indented block after function definition on line %d"
class = decorator+ class_def / class_def
class_def = ^ no_class / 'class' NAME bases? ':' block
bases = '(' arguments? ')'
no_class = 'class' NAME bases? NEWLINE => here "expected ':'"
  / a:'class' NAME bases? ':' NEWLINE !INDENT
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
  = 'async'? 'with' with_guess % ',' NEWLINE => here "expected ':'"
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
except = ^ no_except_block / 'except' expression as_name? ':' block / 'except' ':' block
  / ^ no_except
except_star = ^ no_except_star_block / 'except' '*' expression as_name? ':' block / ^ no_except
no_except
  = 'except' '*'? a:expression ',' expressions as_name? ':'
    => from a "multiple exception types must be parenthesized"
  / 'except' '*'? expression as_name? NEWLINE => here "expected ':'"
  / 'except' NEWLINE => here "expected ':'"
  / 'except' '*' except_nothing => here "expected one or more exception types"
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
  / or_pattern 'as' !NAME a:expression => at a "invalid pattern target"
or_pattern = closed_pattern % '|'
@closed_pattern = literal_pattern / capture_target / "_" / value_pattern / group_pattern
  / sequence_pattern / mapping_pattern / class_pattern
literal_pattern = signed_number !sign / complex_number / STRINGS / 'None' / 'True' / 'False'
literal_key = signed_number !sign / complex_number / STRINGS / 'None' / 'True' / 'False'
sign = '+' / '-'
signed_number = NUMBER / '-' NUMBER
complex_number = real_number '+' imaginary_number / real_number '-' imaginary_number
real_number = real / '-' real
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
  / '{' key_value_pattern % ',' ','? '}'
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
@expression = ^ no_expression / ^ no_legacy_expression
  / disjunction 'if' disjunction 'else' expression / disjunction / lambda
no_expression
  = !no_comma_here a:disjunction b:plain_expression
    => forgotten_comma a b "invalid syntax. Perhaps you forgot a comma?"
  / a:disjunction 'if' b:disjunction !after_if
    => range a b "expected 'else' after 'if' expression"
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
@bitwise_or = bitwise_xor or_more*
or_more = '|' bitwise_xor
@bitwise_xor = bitwise_and xor_more*
xor_more = '^' bitwise_and
@bitwise_and = shift and_more*
and_more = '&' shift
@shift = sum shift_more*
shift_more = '<<' sum / '>>' sum
@sum = term sum_more*
sum_more = '+' term / '-' term
@term = factor term_more*
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
atom = NAME / 'True' / 'False' / 'None' / &STRING STRINGS / NUMBER
  / &'(' parenthesised / &'[' bracketed / &'{' braced / '...'
parenthesised = tuple / group / generator
bracketed = list / list_comprehension
braced = dict / set / dict_comprehension / set_comprehension
group = '(' grouped ')' / ^ no_group
grouped = yield / named_expression
no_group = '(' a:starred ')' => at a "cannot use starred expression here"
  / '(' a:'**' expression ')' => at a "cannot use double starred expression here"
lambda = 'lambda' lambda_params? ':' expression
@STRINGS = STRING_LITERALS
list = '[' star_named_expressions? ']'
tuple = '(' tuple_items? ')'
tuple_items = star_named_expression ',' star_named_expressions?
set = '{' star_named_expressions '}'
dict = '{' dict_items? '}' / '{' no_dict_items '}'
dict_items = dict_item % ',' ','?
dict_item = '**' bitwise_or / pair
pair = expression ':' expression
no_dict_items = dict_item % ',' ',' no_pair
  / expression ':' a:'*' bitwise_or
    => from a "cannot use a starred expression in a dictionary value"
  / expression a:':' &dict_value_end
    => at a "expression expected after dictionary key and ':'"
no_pair = a:expression !':' => after_key a "':' expected after dictionary key"
  / expression ':' a:'*' bitwise_or
    => from a "cannot use a starred expression in a dictionary value"
  / expression a:':' &dict_value_end
    => at a "expression expected after dictionary key and ':'"
dict_value_end = '}' / ','
loops = loop+
loop = 'async' 'for' star_targets 'in' ~ disjunction condition*
  / 'for' star_targets 'in' ~ disjunction condition* / ^ no_for_target
condition = 'if' disjunction
list_comprehension = '[' named_expression loops ']' / ^ no_comprehension
set_comprehension = '{' named_expression loops '}' / ^ no_comprehension
generator = '(' element loops ')' / ^ no_comprehension
element = assignment_expression / expression !':='
dict_comprehension = '{' pair loops '}' / ^ '{' a:'**' bitwise_or loops '}'
    => at a "dict unpacking cannot be used in dict comprehension"
no_comprehension
  = opening a:starred loops => at a "iterable unpacking cannot be used in comprehension"
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
starred = '*' expression
keyword_or_star = ^ no_keyword / NAME '=' expression / starred
keyword_or_double_star = ^ no_keyword / NAME '=' expression / '**' expression
no_keyword
  = a:keyword_constant b:'=' => range a b "cannot assign to %s"
  / a:NAME b:'=' expression loops
    => range a b "invalid syntax. Maybe you meant '==' or ':=' instead of '='?"
  / !keyword_start a:expression b:'='
    => range a b "expression cannot contain assignment, perhaps you meant \"==\"?"
keyword_constant = 'True' / 'False' / 'None'
keyword_start = NAME '='
no_arguments
  = with_keywords ',' a:'*' => at a
    "iterable argument unpacking follows keyword argument unpacking"
  / a:expression b:loops ',' after_generator?
    => parenthesised_generator a b "Generator expression must be parenthesized"
  / a:NAME b:'=' expression loops
    => range a b "invalid syntax. Maybe you meant '==' or ':=' instead of '='?"
  / a:args b:loops => generator_argument a b "Generator expression must be parenthesized"
  / args ',' a:expression b:loops
    => generator_target a b "Generator expression must be parenthesized"
  / a:args ',' args => argument_order a "positional argument follows keyword argument"
with_keywords = argument % ',' more_keywords / keywords
after_generator = args / expression loops

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
  = $plain* $defaults_first a:$parameter $plain_end
    => at a "non-default argument follows default argument"
  / $plain* a:'(' $parenthesised_parameters ','? b:')'
    => range a b "{Function}[Lambda expression] parameters cannot be parenthesized"
  / a:'/' ',' => at a "at least one argument must precede /"
  / $any_slash $maybe_default* a:'/' => at a "/ may appear only once"
  / $any_slash? $maybe_default* '*' $comma_or_plain $maybe_default* a:'/'
    => at a "/ must be ahead of *"
  / $maybe_default+ '/' a:'*' => at a "expected comma between / and *"
$parenthesised_parameters = {$plain+}[$parameter % ',']
$defaults_first = $slash_default / $with_default+
$comma_or_plain = ',' / $plain
no_$star_rest
  = a:'*' $nothing_starred => {at a}[here] "named arguments must follow bare *"
  / '*' $parameter a:'=' => at a "var-positional argument cannot have default value"
  / '*' $plain_or_comma $maybe_default* a:'*' $plain_or_comma
    => at a "* argument may appear only once"
$nothing_starred = # / ',' $nothing_after
$nothing_after = # / '**'
$plain_or_comma = $plain / ','
no_$double_star
  = '**' $parameter a:'=' => at a "var-keyword argument cannot have default value"
  / '**' $parameter ',' a:$parameter => at a "arguments cannot follow var-keyword argument"
  / '**' $parameter ',' a:$star_or_slash => at a "arguments cannot follow var-keyword argument"
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

// Compiles the notation. It is our own text: what does not fit is our bug.
class Compiler {
 public:
  explicit Compiler(Grammar& out) : out_(out) {}

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
      uint16_t sequence = read_sequence();
      at(choice).parts.push_back(sequence);
    } while (accept('/'));
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
    if (accept('"')) at(sequence).text = read_quoted('"');
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
    constexpr Class kClasses[] = {{"NAME", Tok::Name},     {"NUMBER", Tok::Number},
                                  {"STRING", Tok::String}, {"NEWLINE", Tok::Newline},
                                  {"INDENT", Tok::Indent}, {"DEDENT", Tok::Dedent}};
    for (const Class& one : kClasses) {
      if (one.name != name) continue;
      uint16_t token = make(Kind::Token);
      at(token).token = one.type;
      return token;
    }
    if (name == "SOFT_KEYWORD") return make(Kind::SoftWord);
    if (name == "STRING_LITERALS") return make(Kind::Strings);
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
  std::string_view text_;
  size_t at_ = 0;
  std::vector<std::string> names_;
};

}  // namespace

const Grammar& grammar() {
  need_deferred_data();
  static const std::string function_parameters = parameters_of(false);
  static const std::string lambda_parameters = parameters_of(true);
  static const Grammar compiled = [] {
    Grammar out;
    Compiler compiler(out);
    out.statement = compiler.rule("statement");
    out.fstring = compiler.rule("fstring");
    out.plain_expression = compiler.rule("plain_expression");
    compiler.add(kStatements);
    compiler.add(kPatterns);
    compiler.add(kExpressions);
    compiler.add(function_parameters);
    compiler.add(lambda_parameters);
    compiler.add(kParameterParts);
    assert(compiler.complete());
    return out;
  }();
  return compiled;
}

}  // namespace awaitscope::rules
