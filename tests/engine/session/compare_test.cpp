#include "engine/recording/reading/compare.h"

#include <algorithm>
#include <memory>
#include <random>
#include <string>

#include "doctest/doctest.h"
#include "engine/lesson/lessons.h"
#include "engine/lesson/source.h"
#include "engine/run/run.h"
#include "tests/engine/program.h"

using namespace awaitscope;

TEST_SUITE_BEGIN("session");

namespace {

// Under the Python that runs every setting of the switches.
std::unique_ptr<CallOrder> run(const std::string& source) {
  Run run(source, under(Version::V3_11));
  run.go(100'000);
  const Reader reader(run.recording());
  return std::make_unique<CallOrder>(source, reader, run.recording(), in_words(run.end()));
}

std::unique_ptr<CallOrder> run_address(std::string_view address) {
  Toggles toggles;
  REQUIRE_FALSE(toggles_from_address(address, toggles));
  return run(source_of(toggles));
}

std::string said(const CallOrder& order, size_t index) {
  if (index == ComparedRow::kNone) return "";
  const Call& call = order.calls[index];
  return std::string(call.word()) + " " + call.function + " " + call.detail;
}

// Every place of both lists is in exactly one row, in order; what is the same is the same.
void check_rows(const std::vector<ComparedRow>& rows, const std::vector<uint32_t>& left,
                const std::vector<uint32_t>& right) {
  size_t l = 0, r = 0;
  for (const ComparedRow& row : rows) {
    if (row.left != ComparedRow::kNone) CHECK(row.left == l++);
    if (row.right != ComparedRow::kNone) CHECK(row.right == r++);
    if (row.same) {
      REQUIRE(row.left != ComparedRow::kNone);
      REQUIRE(row.right != ComparedRow::kNone);
      CHECK(left[row.left] == right[row.right]);
    }
  }
  CHECK(l == left.size());
  CHECK(r == right.size());
}

size_t longest_common(const std::vector<uint32_t>& a, const std::vector<uint32_t>& b) {
  std::vector<std::vector<size_t>> table(a.size() + 1, std::vector<size_t>(b.size() + 1));
  for (size_t i = 1; i <= a.size(); ++i) {
    for (size_t j = 1; j <= b.size(); ++j) {
      table[i][j] = a[i - 1] == b[j - 1] ? table[i - 1][j - 1] + 1
                                         : std::max(table[i - 1][j], table[i][j - 1]);
    }
  }
  return table[a.size()][b.size()];
}

}  // namespace

TEST_CASE("as much as can be is in the same rows") {
  std::mt19937 random(3);
  for (int round = 0; round < 400; ++round) {
    std::vector<uint32_t> left(random() % 24), right(random() % 24);
    for (auto* list : {&left, &right}) {
      for (uint32_t& key : *list) key = uint32_t(random() % 5);
    }
    const std::vector<ComparedRow> rows = align(left, right);
    check_rows(rows, left, right);
    CHECK(size_t(std::count_if(rows.begin(), rows.end(), [](auto& row) { return row.same; })) ==
          longest_common(left, right));
  }
}

TEST_CASE("long lists with little in common are aligned in stretches") {
  std::mt19937 random(4);
  std::vector<uint32_t> left(20'000), right(20'000);
  for (auto* list : {&left, &right}) {
    for (uint32_t& key : *list) key = uint32_t(random() % 1000);
  }
  check_rows(align(left, right), left, right);
  check_rows(align(left, {}), left, {});
  check_rows(align({}, right), {}, right);
  const std::vector<ComparedRow> same = align(left, left);
  CHECK(std::all_of(same.begin(), same.end(), [](auto& row) { return row.same; }));
}

TEST_CASE("the listing that awaits itself parts from the one before at await self") {
  const auto left = run(find_lesson("context-manager")->source());
  const auto right = run(find_lesson("awaits-itself")->source());
  const Comparison compared = compare(*left, *right);
  std::vector<std::string> only_right;
  for (const ComparedRow& row : compared.calls) {
    CHECK((row.same || row.left == ComparedRow::kNone));  // nothing is gone
    if (!row.same) only_right.push_back(said(*right, row.right));
  }
  CHECK(only_right == std::vector<std::string>{
                          "start Hello.__await__ ", "return Hello.__await__ <coroutine_wrapper>",
                          "start Hello.__await__.<locals>.closure ", "out  \"await\"",
                          "return Hello.__await__.<locals>.closure <Hello #1>"});
  const ComparedRow& first = compared.calls[compared.first_difference()];
  CHECK(said(*right, first.right) == only_right.front());
  for (const ComparedRow& row : compared.lines) {
    CHECK((row.same || right->lines[row.right] == "await self"));
  }
}

TEST_CASE("another result in the same place is one row that differs") {
  const auto left = run_address("aenter=plain&aexit=plain&method=raises&use=async_with");
  const auto right = run_address("aenter=plain&aexit=suppresses&method=raises&use=async_with");
  const Comparison compared = compare(*left, *right);
  const ComparedRow& first = compared.calls[compared.first_difference()];
  CHECK(said(*left, first.left) == "return Hello.__aexit__ None");
  CHECK(said(*right, first.right) == "return Hello.__aexit__ True");
  const ComparedRow& last = compared.calls.back();
  CHECK_FALSE(last.same);
  CHECK(said(*left, last.left) == "end  exit 1");
  CHECK(said(*right, last.right) == "end  exit 0");
}

TEST_CASE("lines that are only indented otherwise, and run at other times, are the same") {
  const auto left = run_address("method=sleeps");
  const auto right = run_address("method=sleeps&run=timeout");
  const Comparison compared = compare(*left, *right);
  for (const ComparedRow& row : compared.lines) {
    if (row.left != ComparedRow::kNone) CHECK(row.same);
  }
  const auto itself = run_address("method=sleeps");
  const Comparison same = compare(*left, *itself);
  CHECK(same.first_difference() == same.calls.size());
}

TEST_CASE("a traceback counts for its last line, wherever the others point") {
  const auto left = run_address("method=raises");
  const auto right = run_address("method=raises&await=closure");
  const Comparison compared = compare(*left, *right);
  CHECK(compared.first_difference() == compared.calls.size());
  CHECK(said(*left, left->calls.size() - 2) == "err  \"ValueError: a_method failed\"");
}

TEST_CASE("every pair of lessons can be compared, and a program that never ends with itself") {
  std::vector<std::unique_ptr<CallOrder>> orders;
  for (const LessonInfo& lesson : lessons())
    orders.push_back(run(find_lesson(lesson.id)->source()));
  orders.push_back(
      run("import asyncio\nasync def main():\n    while True:\n"
          "        await asyncio.sleep(1)\nasyncio.run(main())\n"));
  CHECK(orders.back()->calls.size() > 10'000);
  CHECK(orders.back()->calls.size() <= CallOrder::kMostCalls + 1);
  for (const auto& left : orders) {
    for (const auto& right : orders) {
      const Comparison compared = compare(*left, *right);
      CHECK((compared.first_difference() == compared.calls.size()) == (left == right));
    }
  }
}

TEST_SUITE_END();
