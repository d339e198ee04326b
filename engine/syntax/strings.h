#pragma once
// String literals: adjacent tokens -> a Constant or a JoinedStr. Internal to the syntax layer.
//
// Up to 3.11 an f-string's expressions are read from the text where they stand, as if in
// parentheses; their nodes have the positions of the source, while the JoinedStr, its
// FormattedValues and the texts between them have the position of the whole literal.
// Since 3.12 f-strings are tokens: the parser reads them (parser_strings.cpp), and only their texts
// are read here.
// Specified in:
// https://docs.python.org/3.11/reference/lexical_analysis.html#string-and-bytes-literals

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/syntax/ast.h"
#include "engine/syntax/lexer.h"

namespace awaitscope {

// Why a literal could not be read. The error's place is one of these.
struct StringFailure {
  enum class Place : uint8_t {
    NextToken,   // the token after the literal: where CPython's parser stands by then
    Literal,     // `token`
    Expression,  // inside `expression`, of which the diagnosis is to be made
  };
  Place place = Place::NextToken;
  std::string message;
  LexToken token;
  LexRange expression;
};

class StringReader {
 public:
  // All must outlive the nodes that are made. `depth` is how deep the parser is already.
  StringReader(Version version, std::string_view text, Arena& arena,
               std::vector<SyntaxError>& warnings, int depth)
      : version_(version), text_(text), arena_(arena), warnings_(warnings), depth_(depth) {}

  // Null where the literal is wrong: failure() says why.
  ast::Expr* read(std::span<const LexToken> tokens);

  // What a String token means, or a text of an f-string; false where it is wrong.
  bool read_plain(const LexToken& token, std::string& out, bool& bytes);
  bool read_part(const LexToken& token, std::string& out);

  const StringFailure& failure() const { return failure_; }
  bool too_deep() const { return too_deep_; }

 private:
  struct Literal {
    LexToken token;
    uint32_t begin = 0, end = 0;  // between the quotes
    bool raw = false, bytes = false, formatted = false;
  };
  // What a JoinedStr is made of so far: values, and the text after the last of them.
  struct Pieces {
    std::vector<ast::Expr*> values;
    std::string text;
    int height = 1;
  };

  bool fail(std::string message, StringFailure::Place place = StringFailure::Place::NextToken);
  Literal open(const LexToken& token) const;

  bool decode(const Literal& literal, uint32_t begin, uint32_t end, std::string& out);
  bool decode_escape(const Literal& literal, uint32_t& at, uint32_t end, size_t& position,
                     std::string& out);
  bool decode_hex(uint32_t& at, uint32_t end, int digits, size_t& position, std::string_view what,
                  std::string& out);
  bool decode_name(uint32_t& at, uint32_t end, size_t& position, std::string& out);
  bool decode_bytes(const Literal& literal, std::string& out);
  void warn_escape(const Literal& literal, uint32_t at, std::string_view sequence);

  bool read_formatted(const Literal& literal, uint32_t& at, uint32_t end, int level, Pieces& out);
  bool read_text(const Literal& literal, uint32_t& at, uint32_t end, int level, std::string& out,
                 bool& goes_on);
  bool read_field(const Literal& literal, uint32_t& at, uint32_t end, int level, Pieces& out);
  bool find_expression_end(uint32_t& at, uint32_t end);
  ast::Expr* read_expression(uint32_t begin, uint32_t end);

  void move_cursor(uint32_t to);

  ast::Expr* text_constant(std::string_view text);
  void flush_text(Pieces& pieces);
  ast::Expr* joined(Pieces& pieces);

  Version version_;
  std::string_view text_;
  Arena& arena_;
  std::vector<SyntaxError>& warnings_;
  int depth_;
  ast::Position at_;
  struct Cursor {
    uint32_t at = 0, line_start = 0;
    int line = 0;
  } cursor_;
  bool u_prefix_ = false;
  bool too_deep_ = false;
  StringFailure failure_;
};

}  // namespace awaitscope
