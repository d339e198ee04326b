#include "engine/unicode/nearest_name.h"

#include <algorithm>
#include <climits>
#include <utility>

namespace awaitscope {
namespace {

constexpr size_t kMaxCandidates = 750, kMaxSize = 40;
constexpr int kMove = 2, kCase = 1;

char lowered(char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; }

int substitution_cost(char a, char b) {
  if (a == b) return 0;
  return lowered(a) == lowered(b) ? kCase : kMove;
}

// Levenshtein's distance, in bytes; some number above `most` where it is larger than that.
int distance(std::string_view a, std::string_view b, int most) {
  while (!a.empty() && !b.empty() && a.front() == b.front()) a.remove_prefix(1), b.remove_prefix(1);
  while (!a.empty() && !b.empty() && a.back() == b.back()) a.remove_suffix(1), b.remove_suffix(1);
  if (a.empty() || b.empty()) return int(a.size() + b.size()) * kMove;
  if (a.size() > kMaxSize || b.size() > kMaxSize) return most + 1;
  if (b.size() < a.size()) std::swap(a, b);
  if (int(b.size() - a.size()) * kMove > most) return most + 1;
  std::vector<int> row(a.size());
  for (size_t i = 0; i < a.size(); ++i) row[i] = int(i + 1) * kMove;
  int result = 0;
  for (size_t j = 0; j < b.size(); ++j) {
    int diagonal = result = int(j) * kMove;
    int least = INT_MAX;
    for (size_t i = 0; i < a.size(); ++i) {
      int substituted = diagonal + substitution_cost(b[j], a[i]);
      diagonal = row[i];
      result = std::min(substituted, std::min(result, diagonal) + kMove);
      row[i] = result;
      least = std::min(least, result);
    }
    if (least > most) return most + 1;
  }
  return result;
}

}  // namespace

std::string_view nearest_name(std::string_view name,
                              const std::vector<std::string_view>& candidates) {
  if (candidates.size() >= kMaxCandidates) return {};
  std::string_view best;
  int best_distance = INT_MAX;
  for (std::string_view candidate : candidates) {
    if (candidate == name) continue;
    // No more than a third of the characters may differ, and less than in the best so far.
    int most = int(name.size() + candidate.size() + 3) * kMove / 6;
    most = std::min(most, best_distance - 1);
    int found = distance(name, candidate, most);
    if (found > most) continue;
    best = candidate;
    best_distance = found;
  }
  return best;
}

}  // namespace awaitscope
