#pragma once
// The parser for texts that are Python: tokens -> tree. Internal to the syntax layer.
//
// Recursive descent, with one climbing function for the binary operators, so that a level of
// nesting costs few and small C++ frames. It says only that it failed, and where the furthest token
// is that it looked at: what to tell the user is diagnosis.h's matter, which reads the tokens
// again. Depth is counted: neither the parser nor anybody who walks its tree recurses without a
// bound.

#include <string_view>
#include <vector>

#include "engine/syntax/ast.h"
#include "engine/syntax/lexer.h"

namespace awaitscope {

// No tree is higher than this, and the parser recurses no deeper. CPython's own limits lie between
// 1,000 (statements, brackets, operators that nest) and 3,000.
constexpr int kMaxHeight = 1000;

enum class FailReason : uint8_t { Grammar, TooDeep };

class Parser {
 public:
  // All must outlive the parser; `text` must outlive the tree.
  Parser(Version version, std::string_view text, const std::vector<LexToken>& tokens, Arena& arena,
         std::vector<SyntaxError>& warnings, int depth = 0)
      : version_(version),
        text_(text),
        tokens_(tokens),
        arena_(arena),
        warnings_(warnings),
        depth_(depth) {}

  ast::Module* parse_module();            // null where the text is no module
  ast::Module* parse_only_expression();   // the same of one expression
  ast::Expr* parse_fstring_expression();  // of tokens that lex() made of an enclosed text

  // Parts of a text, of which the tokens end with the part: to say what is wrong around them.
  ast::Expr* parse_fragment();
  struct CallArguments {
    ast::List<ast::Expr> positional;
    ast::List<ast::Keyword> keywords;
    ast::GeneratorExp* generator = nullptr;  // the only argument, without parentheses of its own
  };
  bool parse_arguments(CallArguments& out);  // up to the closing parenthesis, which is left
  bool parse_comprehensions(ast::List<ast::Comprehension>& generators);

  FailReason fail_reason() const { return fail_reason_; }
  size_t failed_at() const { return furthest_; }  // index of a token
  // Whether a return, a yield, an await, a break or a continue was read that belongs to nothing: the
  // compiler will refuse it.
  bool misplaced() const { return misplaced_; }
  int last_compound_line() const { return last_compound_line_; }
  // Index of the first token of the outermost statement that was being read.
  size_t failed_statement() const { return statement_start_; }

 private:
  using Expr = ast::Expr;
  using Stmt = ast::Stmt;
  using Pattern = ast::Pattern;

  // --- tokens ---

  const LexToken& current() const { return tokens_[at_]; }
  Tok peek() const { return tokens_[at_].type; }
  Tok peek_after() const {
    return at_ + 1 < tokens_.size() ? tokens_[at_ + 1].type : Tok::EndMarker;
  }
  bool is(Tok type) const { return peek() == type; }
  void advance() { ++at_; }
  bool accept(Tok type) {
    if (peek() != type) return false;
    ++at_;
    return true;
  }
  // The same, and where it is not there the parse has failed here.
  bool expect(Tok type) { return accept(type) || fail(); }
  std::string_view text_of(const LexToken& token) const {
    return text_.substr(token.start, token.end - token.start);
  }
  bool is_word(std::string_view word) const { return is(Tok::Name) && text_of(current()) == word; }
  bool fail() {
    if (at_ > furthest_) furthest_ = at_;
    return false;
  }
  std::nullptr_t fail_null() { return fail(), nullptr; }
  std::nullptr_t too_deep() {
    fail_reason_ = FailReason::TooDeep;
    return fail_null();
  }

  // --- nodes ---

  ast::Position position_from(size_t first) const {
    const LexToken& a = tokens_[first];
    const LexToken& z = tokens_[last_visible()];
    return {a.line, a.column, z.end_line, z.end_column};
  }
  // The last token read that is neither a line end nor an indentation.
  size_t last_visible() const {
    size_t last = at_ - 1;
    while (last > 0 && (tokens_[last].type == Tok::Newline || tokens_[last].type == Tok::Indent ||
                        tokens_[last].type == Tok::Dedent)) {
      --last;
    }
    return last;
  }
  template <class T>
  T* make(size_t first) {
    T* node = arena_.make<T>();
    node->at = position_from(first);
    return node;
  }
  // Every finished expression notes its height; an expression with a list of parts opens a
  // PartScope, which gathers the heights of what is finished inside it.
  Expr* raised(Expr* node, int height) {
    if (height > kMaxHeight) return too_deep();
    node->height = static_cast<uint16_t>(height);
    if (height > highest_) highest_ = height;
    return node;
  }
  Expr* over(Expr* node, const Expr* part) { return raised(node, part->height + 1); }
  Expr* over(Expr* node, const Expr* a, const Expr* b) {
    return raised(node, (a->height > b->height ? a->height : b->height) + 1);
  }
  class PartScope {
   public:
    // `part` is one that was finished before it was known that it is a part.
    explicit PartScope(Parser& parser, const Expr* part = nullptr)
        : parser_(parser), outer_(parser.highest_) {
      parser.highest_ = part ? part->height : 1;
    }
    ~PartScope() { parser_.highest_ = outer_; }
    Expr* finish(Expr* node) {
      if (!node) return nullptr;
      int height = parser_.highest_ + 1;
      parser_.highest_ = outer_;
      node = parser_.raised(node, height);
      outer_ = parser_.highest_;
      return node;
    }

   private:
    Parser& parser_;
    int outer_;
  };

  struct Depth {
    explicit Depth(Parser& parser) : parser_(parser) { ++parser.depth_; }
    ~Depth() { --parser_.depth_; }
    bool too_much() const { return parser_.depth_ > kMaxHeight; }
    Parser& parser_;
  };

  // Lists are gathered on one stack and copied to the arena when they are complete.
  template <class T>
  std::span<T*> take_list(size_t from) {
    size_t count = scratch_.size() - from;
    if (count == 0) return {};
    T** data = static_cast<T**>(arena_.allocate(sizeof(T*) * count, alignof(T*)));
    for (size_t i = 0; i < count; ++i) data[i] = static_cast<T*>(scratch_[from + i]);
    scratch_.resize(from);
    return {data, count};
  }
  void push(void* item) { scratch_.push_back(item); }

  ast::Text name_text(const LexToken& token) const { return text_of(token); }

  // --- expressions (parser_expressions.cpp) ---

  Expr* parse_star_expressions();       // a, *b
  Expr* parse_star_expression();        // *a or an expression
  Expr* parse_star_named_expression();  // the same with := allowed
  Expr* parse_named_expression();       // name := value, or an expression
  Expr* parse_expression();             // a if b else c, lambda
  Expr* parse_disjunction() { return parse_logical(Tok::Or); }
  Expr* parse_logical(Tok type);
  Expr* parse_inversion();
  Expr* parse_comparison();
  bool accept_comparison(ast::CmpOp& op);
  Expr* parse_bitwise_or() { return parse_binary(1); }
  Expr* parse_binary(int minimum);
  Expr* parse_unary();
  Expr* parse_power();
  Expr* parse_primary();
  Expr* parse_call(size_t first, Expr* function);
  Expr* parse_starred_expression();
  Expr* parse_subscript(size_t first, Expr* value);
  Expr* parse_slice();
  Expr* parse_yield();
  Expr* parse_yield_or_star_expressions();

  // --- atoms (parser_atoms.cpp) ---

  Expr* parse_atom();
  Expr* parse_parenthesised();
  Expr* parse_list();
  Expr* parse_braces();
  Expr* parse_dict_rest(size_t first, Expr* key = nullptr, Expr* value = nullptr);
  bool parse_elements(Expr* element, Tok closing, ast::List<Expr>& elements);
  Expr* parse_number();
  Expr* parse_strings();
  Expr* parse_lambda();

  // --- string literals as tokens, since 3.12 (parser_strings.cpp) ---

  enum class FieldOf : uint8_t { FString, Template };
  Expr* parse_string_tokens();
  bool parse_formatted();
  Expr* parse_field(FieldOf kind);
  Expr* parse_format_specification();
  std::string debug_text(size_t open, size_t end) const;
  ast::List<Expr> take_joined(size_t from);

  Expr* constant(ast::ConstantKind kind);
  bool at_strings() const {
    return is(Tok::String) || is(Tok::FStringStart) || is(Tok::TStringStart);
  }
  // Since 3.15 what a comprehension makes may be unpacked.
  bool can_be_looped(const Expr* element) const {
    return element->kind != ast::ExprKind::Starred || version_ >= Version::V3_15;
  }
  bool at_comprehension() const {
    return is(Tok::For) || (is(Tok::Async) && peek_after() == Tok::For);
  }
  // After the element: the loops, up to the closing bracket, which is left.
  template <class T>
  Expr* parse_comprehension_rest(T* node, Expr* element, Tok closing) {
    PartScope parts(*this, element);
    node->elt = element;
    if (!parse_comprehensions(node->generators)) return nullptr;
    if (!is(closing)) return fail_null();
    return parts.finish(node);
  }

  enum class ParameterStyle : uint8_t { Function, Lambda };
  ast::Arguments* parse_parameters(ParameterStyle style, Tok closing);
  enum class StarAnnotation : uint8_t { Refused, Allowed };
  ast::Arg* parse_parameter(ParameterStyle style, StarAnnotation star);

  // --- targets (parser_targets.cpp) ---

  Expr* parse_star_targets();  // of a for loop
  Expr* parse_star_target();
  // Whether an expression that begins with token `first` may stand after a star: no comparison and
  // the like, unless it is in parentheses.
  bool is_operand(const Expr* expr, size_t first) const;
  // Give an expression that was read as a value its true context; false where it can have none.
  bool to_store(Expr* target);
  bool to_single_store(Expr* target);  // of an annotation or an augmented assignment
  bool to_delete(Expr* target);

  // --- statements (parser_statements.cpp, parser_compound.cpp) ---

  bool parse_statement();
  bool parse_simple_statements();
  Stmt* parse_simple_statement();
  Stmt* parse_expression_statement();
  Stmt* parse_annotation(size_t first, Expr* target);
  Stmt* parse_return();
  Stmt* parse_raise();
  Stmt* parse_delete();
  Stmt* parse_assert();
  Stmt* parse_import();
  Stmt* parse_import_from();
  bool at_lazy_import() const;
  bool at_type_alias() const;
  Stmt* parse_type_alias();
  bool parse_type_params(ast::List<ast::TypeParam>& params);
  bool parse_type_param();
  bool parse_dotted_name(ast::Text& name);
  template <class T>
  Stmt* parse_scope();

  Stmt* parse_compound();
  bool parse_block(ast::List<Stmt>& body);
  bool parse_loop(ast::List<Stmt>& body);                 // a loop's block
  bool parse_body(ast::List<Stmt>& body, int functions);  // of a function or a class
  Stmt* parse_if(size_t first);
  bool parse_else(ast::List<Stmt>& body);
  Stmt* parse_while();
  Stmt* parse_try();
  bool parse_handlers(ast::List<ast::ExceptHandler>& handlers, bool& star);
  Stmt* parse_decorated();
  Stmt* parse_async(size_t first, ast::List<Expr> decorators);
  Stmt* parse_class(size_t first, ast::List<Expr> decorators);
  template <class T>
  Stmt* parse_function(size_t first, ast::List<Expr> decorators);
  template <class T>
  Stmt* parse_for(size_t first);
  template <class T>
  Stmt* parse_with(size_t first);
  enum class WithStyle : uint8_t { Plain, Parenthesised };
  bool parse_with_items(WithStyle style);

  // --- match (parser_patterns.cpp) ---

  bool at_match_statement() const;
  Stmt* parse_match();
  bool parse_case();
  Expr* parse_subject();
  Pattern* parse_patterns();
  Pattern* parse_maybe_star_pattern();
  Pattern* parse_as_pattern();
  Pattern* parse_or_pattern();
  Pattern* parse_closed_pattern();
  Pattern* parse_literal_pattern();
  Pattern* parse_name_pattern();
  Expr* parse_pattern_name();
  Pattern* parse_class_pattern(Expr* name, size_t first);
  Pattern* parse_sequence_pattern();
  Pattern* parse_mapping_pattern();
  Expr* parse_signed_number();
  Expr* parse_pattern_number();
  bool parse_capture_name(ast::Text& name);

  Version version_;
  std::string_view text_;
  const std::vector<LexToken>& tokens_;
  Arena& arena_;
  std::vector<SyntaxError>& warnings_;
  size_t at_ = 0, furthest_ = 0, statement_start_ = 0;
  int depth_ = 0;
  int highest_ = 0;
  int last_compound_line_ = 0;
  int functions_ = 0, loops_ = 0;  // around what is being read
  bool misplaced_ = false;
  FailReason fail_reason_ = FailReason::Grammar;
  std::vector<void*> scratch_;
};

}  // namespace awaitscope
