#pragma once
// Which Python a program is written for. One value, chosen once for a run: the parser keeps it in
// the tree, the compiler reads it there, and the machine and the library ask since().
//
// Every difference names the version that brought it, where it stands. Three versions are offered;
// the two between them exist since what they brought has to be named.

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace awaitscope {

enum class Version : uint8_t { V3_11 = 11, V3_12, V3_13, V3_14, V3_15 };

inline constexpr Version kDefaultVersion = Version::V3_14;
// What somebody can choose, oldest first; each compared with that CPython.
inline constexpr std::array kOfferedVersions = {Version::V3_11, Version::V3_14, Version::V3_15};

struct VersionNames {
  Version version;
  std::string_view minor;    // "3.14"
  std::string_view release;  // the CPython it is compared with: "3.14.10"
};
inline constexpr std::array<VersionNames, 5> kVersionNames = {{
    {Version::V3_11, "3.11", "3.11.7"},
    {Version::V3_12, "3.12", "3.12.1"},
    {Version::V3_13, "3.13", "3.13.18"},
    {Version::V3_14, "3.14", "3.14.10"},
    {Version::V3_15, "3.15", "3.15.2"},
}};

constexpr const VersionNames& names_of(Version version) {
  return kVersionNames[size_t(version) - size_t(Version::V3_11)];
}

// "3.14": an offered version, or none.
constexpr std::optional<Version> version_named(std::string_view minor) {
  for (Version version : kOfferedVersions) {
    if (names_of(version).minor == minor) return version;
  }
  return {};
}

}  // namespace awaitscope
