#pragma once
// The tree to instructions. One class, in files by what they compile: statements, blocks (try, with
// and the ways out of them), functions, expressions, calls, comprehensions, patterns.
//
// The order of instructions and the position of each follow CPython 3.11's compiler, as compile.h
// says. `at()` is the position of the instructions to come; visiting an expression puts it back.

#include <deque>
#include <set>
#include <string>
#include <vector>

#include "engine/compile/assemble.h"
#include "engine/compile/compile.h"
#include "engine/compile/constants.h"
#include "engine/compile/errors.h"
#include "engine/compile/flow_graph.h"
#include "engine/compile/scopes.h"

namespace awaitscope {

enum class UnitKind : uint8_t {
  Module,
  Class,
  Function,
  AsyncFunction,
  Lambda,
  Comprehension,
  TypeParams,  // the function around what has [T], and those that evaluate a bound or an alias
};

// What `break`, `continue`, `return` and exceptions have to undo on their way out.
enum class FrameBlockKind : uint8_t {
  WhileLoop,
  ForLoop,
  TryExcept,
  FinallyTry,
  FinallyEnd,
  With,
  AsyncWith,
  HandlerCleanup,
  PopValue,
  ExceptionHandler,
  ExceptionGroupHandler,
  AsyncComprehension,
};

struct FrameBlock {
  FrameBlockKind kind;
  Block* start = nullptr;                // of a loop: where `continue` goes
  Block* exit = nullptr;                 // of a loop: where `break` goes
  ast::Position at = kNoPosition;        // of With and AsyncWith: where __exit__ is called
  ast::List<ast::Stmt> final_body = {};  // of FinallyTry
  ast::Text name = {};                   // of HandlerCleanup: what `as` bound
};

// A code object being made.
struct Unit {
  Unit(UnitKind unit_kind, Scope* unit_scope) : kind(unit_kind), scope(unit_scope) {}

  UnitKind kind;
  Scope* scope;
  FlowGraph graph;
  std::string name, qualname;
  ast::Text class_name;  // for __private names
  int first_line = 1;
  int arg_count = 0, posonly_arg_count = 0, kwonly_arg_count = 0;
  NameTable names, locals;
  std::vector<ast::Text> cells, frees;  // sorted
  ConstantTable constants;
  std::vector<FrameBlock> frame_blocks;
  std::set<ast::Text> static_attributes;  // of a class: what its methods set of `self`
  int inlined = 0;  // comprehensions around the code to come that run in this frame
  bool has_docstring = false;
  std::string docstring;
};

// What a pattern has on the stack while it is being matched.
struct PatternContext {
  std::vector<ast::Text> stores;  // names captured so far, their values on the stack
  bool allow_irrefutable = false;
  std::vector<Block*> fail_pop;  // entered to fail: [n] drops n values on the way
  int on_top = 0;                // values above the captured ones
};

class CodeWriter {
 public:
  CodeWriter(ScopeTree& scopes, const FutureImports& future_imports, Arena& arena,
             const CompileOptions& options, CompileErrors& errors)
      : scopes_(scopes),
        future_imports_(future_imports),
        arena_(arena),
        options_(options),
        errors_(errors),
        constant_folder_(arena) {}

  std::shared_ptr<Code> module(const ast::Module& module);

 private:
  using Op = FlowOpcode;

  // --- code_writer.cpp: units, instructions, names ---
  bool since(Version version) const { return version_ >= version; }
  Unit& unit() { return units_.back(); }
  FlowGraph& graph() { return units_.back().graph; }
  ast::Position& at() { return graph().at; }
  void no_line() { at() = kNoPosition; }
  void enter(UnitKind kind, const void* node, std::string name, int line);
  std::shared_ptr<Code> leave(bool ends_with_none = true);
  void set_qualname();
  void add_prefix(uint32_t flags);
  uint32_t code_flags();
  std::vector<uint32_t> place_variables(Code& code);
  uint32_t cell_number(ast::Text name);  // of a cell or free variable

  void op(Op opcode, uint32_t operand = 0) { graph().add(opcode, operand); }
  void jump(Op opcode, Block* target) { graph().add_jump(opcode, target); }
  void jump_without_line(Op opcode, Block* target) {
    graph().add_jump_without_line(opcode, target);
  }
  Block* block() { return graph().new_block(); }
  void use_next(Block* next) { graph().use_next(next); }
  void load(Constant constant);
  void load_none() { load(constant_of(ast::ConstantKind::None)); }
  void op_name(Op opcode, ast::Text name);  // mangled
  void op_plain_name(Op opcode, ast::Text name);
  void name(ast::Text name, ast::ExprContext context);
  void store(ast::Text target) { name(target, ast::ExprContext::Store); }
  ast::Text mangled(ast::Text name) { return mangle(unit().class_name, name, arena_); }
  bool forbidden(ast::Text name, ast::ExprContext context);
  void await_result();  // awaitable's iterator -> result
  void send_loop();     // receiver, value -> result
  void compare(ast::CmpOp comparison);
  void binary(ast::Operator op, bool in_place = false);
  void error(std::string message) { errors_.report(std::move(message), at()); }
  bool failed() const { return errors_.failed(); }
  // Of what is compiled in its place: see ConstantFolder::simplified.
  ast::Position position_of(const ast::Expr* expr) { return constant_folder_.simplified(expr)->at; }
  bool in_async_function() { return unit().kind == UnitKind::AsyncFunction; }

  // --- statements.cpp ---
  void body(ast::List<ast::Stmt> statements);
  void visit_all(ast::List<ast::Stmt> statements);
  void visit(const ast::Stmt* stmt);
  void statement(const ast::Stmt* stmt);
  void expression_statement(const ast::Expr* value);
  void assign(const ast::Assign* stmt);
  void augmented(const ast::AugAssign* stmt);
  void annotated(const ast::AnnAssign* stmt);
  void annotation_check(const ast::Expr* annotation);
  void if_statement(const ast::If* stmt);
  void for_statement(const ast::For* stmt);
  void async_for_statement(const ast::AsyncFor* stmt);
  void while_statement(const ast::While* stmt);
  void return_statement(const ast::Return* stmt);
  void break_statement();
  void continue_statement();
  void assert_statement(const ast::Assert* stmt);
  Op import_op(bool is_lazy);
  void import(const ast::Import* stmt);
  void import_from(const ast::ImportFrom* stmt);
  void jump_if(const ast::Expr* test, Block* target, bool condition);
  void jump_if_any(const ast::BoolOp* test, Block* target, bool condition);
  void jump_if_chain(const ast::Compare* test, Block* target, bool condition);

  // --- blocks.cpp ---
  void push(FrameBlock frame_block);
  void pop() { unit().frame_blocks.pop_back(); }
  FrameBlock* unwind_all(bool keep_top, bool to_loop);
  void unwind(const FrameBlock& frame_block, bool keep_top);
  void try_statement(const ast::Try* stmt);
  template <class T>
  void try_finally(const T* stmt);
  void try_except(const ast::Try* stmt);
  void handler(const ast::ExceptHandler* handler, Block* end);
  void try_star(const ast::TryStar* stmt);
  void try_except_star(const ast::TryStar* stmt);
  void forget(ast::Text name);
  void pop_except_and_reraise();
  void with(const ast::With* stmt, size_t item);
  void async_with(const ast::AsyncWith* stmt, size_t item);
  void call_exit_with_nones();
  ast::Position position_of_manager(const ast::Stmt* stmt, const ast::WithItem* item);
  void with_except_finish(Block* cleanup);

  // --- functions.cpp ---
  template <class F>
  void function(const F* stmt);
  template <class F>
  void function_body(const F* stmt, uint32_t flags);
  template <class F>
  void generic_function(const F* stmt);
  void class_body(const ast::ClassDef* stmt, ast::List<ast::Expr> bases);
  void generic_class(const ast::ClassDef* stmt);
  void library_function(ast::Text module, ast::Text function);
  void enter_type_params(const ast::List<ast::TypeParam>& params, ast::Text owner, int line);
  void type_params(const ast::List<ast::TypeParam>& params);
  void lazily(ast::Text owner, const ast::Expr* expr);
  void type_alias(const ast::TypeAlias* stmt);
  void lambda(const ast::Lambda* expr);
  void class_definition(const ast::ClassDef* stmt);
  void parameters(const ast::Arguments* args);
  uint32_t defaults(const ast::Arguments* args);
  uint32_t keyword_defaults(const ast::Arguments* args);
  uint32_t annotations(const ast::Arguments* args, const ast::Expr* returns);
  template <class F>
  uint32_t annotate_function(const F* stmt);
  bool evaluates_late() const { return since(Version::V3_14) && !future_imports_.annotations; }
  void enter_annotate(const void* node, const ast::Position& place, int line);
  void leave_annotate(const ast::Position& place);
  void late_annotations(int first_line);  // of this class or module
  void late_annotation(const Scope::LateAnnotation& late, size_t index, const ast::Position& place);
  void note_late_annotation(const ast::AnnAssign* stmt);
  uint32_t argument_annotations(const ast::Arguments* args, const ast::Expr* returns);
  void note_static_attribute(const ast::Attribute* expr);
  void static_attributes();
  void argument_annotation(ast::Text name, const ast::Expr* annotation);
  void annotation(const ast::Expr* expr);  // its value, or its text
  bool debug_argument(const ast::Arguments* args);
  void closure(std::shared_ptr<Code> code, uint32_t flags);
  void apply_decorators(ast::List<ast::Expr> decorators);

  // --- expressions.cpp ---
  void visit_all(ast::List<ast::Expr> expressions);
  void visit(const ast::Expr* expr);
  void expression(const ast::Expr* expr);
  void binary_chain(const ast::Expr* expr);
  void bool_expression(const ast::BoolOp* expr);
  void if_expression(const ast::IfExp* expr);
  void comparison(const ast::Compare* expr);
  void attribute(const ast::Attribute* expr);
  void subscript(const ast::Subscript* expr);
  void slice(const ast::Slice* expr);
  void sequence(ast::List<ast::Expr> elements, ast::ExprContext context, bool tuple);
  void display(ast::List<ast::Expr> elements, uint32_t pushed, Op build, Op add, Op extend,
               bool tuple);
  void unpack(ast::List<ast::Expr> targets);
  void dictionary(const ast::Dict* expr);
  void part_of_dictionary(const ast::Dict* expr, size_t begin, size_t end);
  void joined_string(const ast::JoinedStr* expr);
  void template_string(const ast::TemplateStr* expr);
  void interpolation(const ast::Interpolation* expr);
  void formatted_value(const ast::FormattedValue* expr);
  void yield(const ast::Expr* value);
  void yield_value();
  void iterable(const ast::Expr* expr);  // of a loop: a list display may be a tuple
  void iterable(const ast::Comprehension* part) {
    part->is_async&& since(Version::V3_12) ? visit(part->iter) : iterable(part->iter);
  }
  bool all_constant(ast::List<ast::Expr> expressions, size_t begin, size_t end);
  // Attribute access is at the line of the attribute's name, where that is another one.
  void move_to_attribute(const ast::Attribute* expr);

  // --- warnings.cpp ---
  void warn_about_is(const ast::Compare* expr);
  void warn_about_call(const ast::Expr* callable);
  void warn_about_subscript(const ast::Subscript* expr);

  // --- calls.cpp ---
  void call(const ast::Call* expr);
  bool method_call(const ast::Call* expr);
  void call_as_loop(const ast::Call* expr, Block* end);
  bool is_imported(const ast::Expr* expr);
  // The arguments and the call; `pushed` values that are arguments too are on the stack.
  void call_with(uint32_t pushed, ast::List<ast::Expr> args, ast::List<ast::Keyword> keywords);
  void call_with_unpacking(uint32_t pushed, ast::List<ast::Expr> args,
                           ast::List<ast::Keyword> keywords);
  void keyword_names(ast::List<ast::Keyword> keywords);
  void part_of_keywords(ast::List<ast::Keyword> keywords, size_t begin, size_t end);
  bool valid_keywords(ast::List<ast::Keyword> keywords);

  // --- comprehensions.cpp ---
  struct ComprehensionParts {
    ComprehensionKind kind;
    ast::List<ast::Comprehension> generators;
    const ast::Expr* element;
    const ast::Expr* value;  // of a dict comprehension
  };
  void comprehension(const ast::Expr* expr, const char* name, const ComprehensionParts& parts);
  // What its function has under the names that the comprehension binds is kept on the stack.
  struct Isolated {
    std::vector<ast::Text> names;
    std::vector<std::pair<ast::Text, Symbol>> symbols;  // as they are outside of it
    Block* cleanup = nullptr;
  };
  void inlined_comprehension(const ast::Expr* expr, const ComprehensionParts& parts);
  Isolated isolate(const Scope& scope);
  void restore(const Isolated& isolated);
  void restore_locals(const Isolated& isolated);
  // A `for` with its conditions, and what stands after it: the next of them, or the element.
  void clause(const ComprehensionParts& parts, size_t index, uint32_t depth);
  void sync_clause(const ComprehensionParts& parts, size_t index, uint32_t depth);
  void async_clause(const ComprehensionParts& parts, size_t index, uint32_t depth);
  void clause_body(const ComprehensionParts& parts, size_t index, uint32_t depth);
  void load_iterator(const ComprehensionParts& parts);
  ast::Position position_of_element(const ComprehensionParts& parts, size_t index);
  void yield_each();

  // --- patterns.cpp ---
  void match(const ast::Match* stmt);
  void visit(const ast::Pattern* pattern, PatternContext& context);
  void subpattern(const ast::Pattern* pattern, PatternContext& context);
  void pattern_value(const ast::MatchValue* pattern, PatternContext& context);
  void pattern_singleton(const ast::MatchSingleton* pattern, PatternContext& context);
  void pattern_sequence(const ast::MatchSequence* pattern, PatternContext& context);
  void pattern_unpack(ast::List<ast::Pattern> patterns, PatternContext& context);
  void pattern_subscript(ast::List<ast::Pattern> patterns, int star, PatternContext& context);
  void pattern_mapping(const ast::MatchMapping* pattern, PatternContext& context);
  bool mapping_keys(const ast::MatchMapping* pattern);
  void pattern_class(const ast::MatchClass* pattern, PatternContext& context);
  void pattern_as(const ast::MatchAs* pattern, PatternContext& context);
  void pattern_or(const ast::MatchOr* pattern, PatternContext& context);
  bool reorder_like(const std::vector<ast::Text>& control, std::vector<ast::Text>& stores);
  void capture(ast::Text name, PatternContext& context);
  void rotate(uint32_t count);
  void ensure_fail_pop(PatternContext& context, size_t count);
  void jump_to_fail(PatternContext& context, Op opcode);
  void use_fail_pops(PatternContext& context);

  ScopeTree& scopes_;
  const FutureImports& future_imports_;
  Arena& arena_;
  const CompileOptions& options_;
  Version version_ = kDefaultVersion;  // of the module
  CompileErrors& errors_;
  ConstantFolder constant_folder_;
  std::deque<Unit> units_;
  int depth_ = 0;
  size_t finished_instructions_ = 0;  // of the units that are done
};

// More values than this are not put on the stack at once.
inline constexpr size_t kStackGuideline = 30;

}  // namespace awaitscope
