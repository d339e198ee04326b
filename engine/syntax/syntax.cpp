#include "engine/syntax/syntax.h"

#include <algorithm>

#include "engine/syntax/diagnosis.h"
#include "engine/syntax/lexer.h"
#include "engine/syntax/parser.h"
#include "engine/syntax/source.h"

namespace awaitscope {

Parsed parse(std::string_view source, Version version, ParseAs what) {
  Parsed parsed;
  auto tree = std::make_unique<Tree>();
  Source prepared = prepare_source(source, tree->arena);
  if (prepared.error) {
    parsed.error = std::move(prepared.error);
    return parsed;
  }
  LexRange range;
  range.version = version;
  range.text = prepared.text;
  range.end = static_cast<uint32_t>(prepared.text.size());
  LexResult lexed = lex(range);
  Parser parser(version, prepared.text, lexed.tokens, tree->arena, parsed.warnings);
  bool expression = what == ParseAs::Expression;
  tree->module = expression ? parser.parse_only_expression() : parser.parse_module();
  if (!tree->module) {
    parsed.warnings.clear();
    if (expression) {
      // Text that is wrong as a module is wrong here for the same reason; else it is a statement.
      Parsed statements = parse(source, version);
      parsed.error = statements.error ? std::move(statements.error)
                                      : invalid_syntax(prepared.text, lexed, parser.failed_at());
      return parsed;
    }
    parsed.error = diagnose(prepared.text, lexed, parser.failed_statement(), parser.failed_at(),
                            parser.fail_reason());
    parsed.error->statement_line = parser.last_compound_line();
    return parsed;
  }
  tree->module->version = version;
  for (SyntaxError& warning : lexed.warnings) parsed.warnings.push_back(std::move(warning));
  std::stable_sort(parsed.warnings.begin(), parsed.warnings.end(),
                   [](const SyntaxError& a, const SyntaxError& b) { return a.line < b.line; });
  parsed.tree = std::move(tree);
  return parsed;
}

bool could_become_right(std::string_view source, Version version) {
  Arena arena;
  Source prepared = prepare_source(source, arena);
  if (prepared.error) return false;
  LexRange range;
  range.version = version;
  range.text = prepared.text;
  range.end = static_cast<uint32_t>(prepared.text.size());
  LexResult lexed = lex(range);
  std::vector<SyntaxError> warnings;
  Parser parser(version, prepared.text, lexed.tokens, arena, warnings);
  if (parser.parse_module()) return !parser.misplaced();
  const LexToken& at = lexed.tokens[std::min(parser.failed_at(), lexed.tokens.size() - 1)];
  bool open = lexed.failed && (lexed.error.message.empty() ||
                               lexed.error.message.rfind("unterminated triple", 0) == 0);
  return at.start >= prepared.text.size() || (at.type == Tok::Error && open);
}

}  // namespace awaitscope
