#include "engine/builtins/errors/carets.h"

#include <algorithm>

#include "engine/machine/warnings.h"
#include "engine/objects/run_context.h"
#include "engine/syntax/syntax.h"
#include "engine/unicode/unicode.h"
#include "engine/unicode/utf8.h"

namespace awaitscope {

namespace {

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

size_t characters(std::string_view text) {
  size_t count = 0;
  for (char c : text) count += (c & 0xc0) != 0x80;
  return count;
}

// What is marked apart from the rest of the segment: the operator, or the brackets and the key.
struct Anchors {
  size_t left = 0, right = 0;  // bytes; both 0: nothing is
};

Anchors operator_of(std::string_view segment, const ast::BinOp* expression) {
  size_t from = size_t(expression->left->at.end_column);
  size_t to = size_t(expression->right->at.column);
  if (from > segment.size() || to > segment.size() || to < from) return {};
  std::string_view between = segment.substr(from, to - from);
  size_t space = 0;
  while (space < between.size() && is_space(between[space])) ++space;
  size_t left = from + space, right = left + 1;
  if (space + 1 < between.size() && !is_space(between[space + 1])) ++right;
  while (left < segment.size() &&
         (is_space(segment[left]) || segment[left] == ')' || segment[left] == '#')) {
    ++left;
    ++right;
  }
  return {left, right};
}

Anchors subscript_of(std::string_view segment, const ast::Subscript* expression) {
  size_t left = size_t(expression->value->at.end_column);
  size_t right = size_t(expression->slice->at.end_column) + 1;
  while (left < segment.size() && segment[left] != '[') ++left;
  while (right < segment.size() && segment[right] != ']') ++right;
  if (right < segment.size()) ++right;
  return {left, right};
}

Anchors anchors_of(std::string_view segment) {
  Parsed parsed = parse(segment, this_run().version);
  if (!parsed.tree || parsed.tree->module->body.size() != 1) return {};
  const ast::Stmt* statement = parsed.tree->module->body[0];
  if (statement->kind != ast::StmtKind::Expr) return {};
  const ast::Expr* value = static_cast<const ast::ExprStmt*>(statement)->value;
  if (value->at.end_line != 1) return {};
  if (value->kind == ast::ExprKind::BinOp)
    return operator_of(segment, static_cast<const ast::BinOp*>(value));
  if (value->kind == ast::ExprKind::Subscript)
    return subscript_of(segment, static_cast<const ast::Subscript*>(value));
  return {};
}

// --- since 3.13 ---

using Lines = std::vector<std::string_view>;

// Between two offsets of lines, what is marked with ^ where the rest has ~.
struct Mark {
  size_t from_line = 0, from = 0, to_line = 0, to = 0;
};

// A character of the lines; `valid` is false beyond the last one.
struct Cursor {
  const Lines& lines;
  size_t line = 0, at = 0;
  bool valid = true;

  void settle() {
    while (valid && line < lines.size() && at >= lines[line].size()) {
      at = 0;
      ++line;
    }
    valid = valid && line < lines.size();
  }
  char character() const { return lines[line][at]; }
  // Goes on to the first character that will do, over comments and the ends of lines.
  template <class Wanted>
  void seek(Wanted wanted) {
    settle();
    while (valid) {
      char c = character();
      if (c == '\\' || c == '#') {
        ++line;
        at = 0;
      } else if (wanted(c)) {
        return;
      } else {
        ++at;
      }
      settle();
    }
  }
};

// Positions count from the bracket that the segment was put into.
Cursor end_of(const Lines& lines, const ast::Expr* expression) {
  return {lines, size_t(expression->at.end_line - 2), size_t(expression->at.end_column)};
}

bool mark_operator(const Lines& lines, const ast::BinOp* expression, Mark& mark) {
  Cursor at = end_of(lines, expression->left);
  at.seek([](char c) { return !is_space(c) && c != ')'; });
  if (!at.valid) return false;
  size_t end = at.at + 1;
  const ast::Position& right = expression->right->at;
  bool before_right = size_t(right.line - 2) > at.line || end < size_t(right.column);
  if (end < lines[at.line].size() && before_right) {
    char c = lines[at.line][end];
    if (!is_space(c) && c != '\\' && c != '#') ++end;
  }
  mark = {at.line, at.at, at.line, end};
  return true;
}

// From a bracket after one expression to the end of the whole.
bool mark_brackets(const Lines& lines, const ast::Expr* before, const ast::Expr* whole,
                   char bracket, Mark& mark) {
  Cursor at = end_of(lines, before);
  at.seek([bracket](char c) { return c == bracket; });
  if (!at.valid) return false;
  Cursor end = end_of(lines, whole);
  mark = {at.line, at.at, end.line, end.at};
  return true;
}

std::string joined(const Lines& lines) {
  std::string text;
  for (std::string_view line : lines) text.append(text.empty() ? "" : "\n").append(line);
  return text;
}

bool find_mark(const Lines& segment, Mark& mark) {
  std::string bracketed = "(\n" + joined(segment) + "\n)";
  Parsed parsed = parse(bracketed, this_run().version);
  if (!parsed.tree || parsed.tree->module->body.size() != 1) return false;
  const ast::Stmt* statement = parsed.tree->module->body[0];
  if (statement->kind != ast::StmtKind::Expr) return false;
  const ast::Expr* value = static_cast<const ast::ExprStmt*>(statement)->value;
  switch (value->kind) {
    case ast::ExprKind::BinOp:
      return mark_operator(segment, static_cast<const ast::BinOp*>(value), mark);
    case ast::ExprKind::Subscript:
      return mark_brackets(segment, static_cast<const ast::Subscript*>(value)->value, value, '[',
                           mark);
    case ast::ExprKind::Call:
      return mark_brackets(segment, static_cast<const ast::Call*>(value)->func, value, '(', mark);
    default: return false;
  }
}

// `return f(...)` and `x = f(...)` where the call is what raised: no carets are worth it.
bool is_plain_call(const Lines& lines, size_t from, size_t to) {
  std::string text = joined(lines);
  Parsed parsed = parse(text, this_run().version);
  if (!parsed.tree || parsed.tree->module->body.empty()) return false;
  const ast::Stmt* statement = parsed.tree->module->body[0];
  const ast::Expr* value = nullptr;
  if (statement->kind == ast::StmtKind::Return) {
    value = static_cast<const ast::Return*>(statement)->value;
    if (!value || value->kind != ast::ExprKind::Call ||
        static_cast<const ast::Call*>(value)->func->kind != ast::ExprKind::Name) {
      return false;
    }
  } else if (statement->kind == ast::StmtKind::Assign) {
    auto* assignment = static_cast<const ast::Assign*>(statement);
    value = assignment->value;
    if (value->kind != ast::ExprKind::Call || assignment->targets.size() != 1 ||
        assignment->targets[0]->kind != ast::ExprKind::Name) {
      return false;
    }
  } else {
    return false;
  }
  return value->at.line == 1 && size_t(value->at.end_line) == lines.size() &&
         size_t(value->at.column) == from && size_t(value->at.end_column) == to;
}

bool is_blank(std::string_view text) {
  for (char c : text) {
    if (!is_space(c)) return false;
  }
  return true;
}

std::string_view stripped_right(std::string_view text) {
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

size_t indentation(std::string_view text) {
  size_t at = 0;
  while (at < text.size() && is_space(text[at])) ++at;
  return at;
}

// What all lines that are not blank begin with.
size_t common_margin(const Lines& lines) {
  std::string_view margin;
  bool first = true;
  for (std::string_view line : lines) {
    if (is_blank(line)) continue;
    std::string_view own = line.substr(0, line.find_first_not_of(" \t"));
    if (first) margin = own;
    first = false;
    size_t same = 0;
    while (same < margin.size() && same < own.size() && margin[same] == own[same]) ++same;
    margin = margin.substr(0, same);
  }
  return margin.size();
}

}  // namespace

std::vector<std::string> marked_lines(const ast::Position& position) {
  Lines lines;
  for (int line = position.line; line <= std::max(position.line, position.end_line); ++line) {
    lines.push_back(stripped_right(whole_program_line(line)));
  }
  size_t margin = common_margin(lines);
  for (std::string_view& line : lines) line.remove_prefix(std::min(margin, line.size()));
  if (is_blank(joined(lines))) return {};
  bool has_columns = position.end_line > position.line || position.column < position.end_column;
  if (!has_columns) return {std::string(lines[0].substr(indentation(lines[0])))};

  std::string_view& last = lines.back();
  size_t from = size_t(std::max(0, position.column - int(margin)));
  size_t to = size_t(std::max(0, position.end_column - int(margin)));
  from = std::min(from, lines[0].size());
  to = std::min(to, last.size());
  Lines segment = lines;
  segment.back() = last.substr(0, to);
  segment[0].remove_prefix(std::min(from, segment[0].size()));

  Mark mark;
  bool marked = find_mark(segment, mark);
  bool carets = !is_plain_call(lines, from, to) &&
                (marked || !is_blank(lines[0].substr(0, from)) || !is_blank(last.substr(to)));
  if (marked) {
    if (mark.from_line == 0) mark.from += from;
    if (mark.to_line == 0) mark.to += from;
  }

  std::vector<bool> shown(lines.size(), false);
  shown.front() = shown.back() = true;
  if (marked) {
    for (size_t line : {mark.from_line, mark.to_line}) {
      for (size_t near = line ? line - 1 : 0; near <= line + 1; ++near) {
        if (near < shown.size()) shown[near] = true;
      }
    }
  }

  std::vector<std::string> text;
  auto carets_under = [&](size_t line) {
    std::string_view source = lines[line];
    size_t end = line + 1 == lines.size() ? to : source.size();
    std::string under;
    for (size_t at = 0; at < end; ++at) {
      if ((source[at] & 0xc0) == 0x80) continue;
      bool before = at < indentation(source) || (line == 0 && at < from);
      bool inside = marked &&
                    (line > mark.from_line || (line == mark.from_line && at >= mark.from)) &&
                    (line < mark.to_line || (line == mark.to_line && at < mark.to));
      char c = before ? ' ' : !marked || inside ? '^' : '~';
      const char* character = source.data() + at;
      under.append(unicode::is_wide(utf8::decode(character)) ? 2 : 1, c);
    }
    return under;
  };
  auto show = [&](size_t line) {
    text.emplace_back(lines[line]);
    if (carets) text.push_back(carets_under(line));
  };
  size_t left_out = 0;
  for (size_t line = 0; line < lines.size(); ++line) {
    if (!shown[line]) {
      ++left_out;
      continue;
    }
    if (left_out == 1) show(line - 1);
    if (left_out > 1) text.push_back("...<" + std::to_string(left_out) + " lines>...");
    left_out = 0;
    show(line);
  }
  for (std::string& line : text) {
    if (is_blank(line)) line.clear();
  }
  return text;
}

std::string caret_line(std::string_view line, const ast::Position& position) {
  size_t begin = 0, end = line.size();
  while (end > 0 && is_space(line[end - 1])) --end;
  while (begin < end && is_space(line[begin])) ++begin;
  size_t from = size_t(position.column), to = size_t(position.end_column);
  Anchors anchors;
  if (position.end_line != position.line) {
    to = end;
  } else if (to <= line.size() && from < to) {
    anchors = anchors_of(line.substr(from, to - from));
  }
  if (to > line.size() || from >= to || from < begin) return {};
  std::string_view segment = line.substr(from, to - from);
  size_t length = characters(segment);
  bool marked = anchors.right > anchors.left;
  if (length >= characters(line.substr(begin, end - begin)) && !marked) return {};
  std::string text(characters(line.substr(begin, from - begin)), ' ');
  if (!marked) return text + std::string(length, '^');
  size_t left = characters(segment.substr(0, anchors.left));
  size_t right = characters(segment.substr(0, anchors.right));
  return text + std::string(left, '~') + std::string(right - left, '^') +
         std::string(length - right, '~');
}

}  // namespace awaitscope
