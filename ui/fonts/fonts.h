// The two typefaces of the interface, cut down to what it shows (subset.py says which characters)
// and built into the program: nothing is fetched or looked up when it runs.
//
// Each function gives the bytes of one OpenType or TrueType file, alive for the whole run and never
// to be written to: with ImFontAtlas::AddFontFromMemoryTTF, set ImFontConfig::FontDataOwnedByAtlas
// to false. A font that no caller asks for is not linked in. Licence: SIL OFL 1.1, beside the
// files.
#pragma once

#include <span>

namespace awaitscope::fonts {

// For prose and labels: what the interface says; more: Latin, arrows, keys, maths, marks such as ○
// ↳ ↻.
std::span<const unsigned char> inter_regular();
std::span<const unsigned char> inter_regular_more();
std::span<const unsigned char> inter_semibold();
std::span<const unsigned char> inter_semibold_more();  // Latin and marks only

// For code, values and output: ASCII and the same marks; more: as above less a few marks (no ○ ↳
// ↻), and Greek, Cyrillic, box drawing.
std::span<const unsigned char> jetbrains_mono_regular();
std::span<const unsigned char> jetbrains_mono_regular_more();
std::span<const unsigned char> jetbrains_mono_bold();
std::span<const unsigned char> jetbrains_mono_bold_more();  // Latin and marks only

}  // namespace awaitscope::fonts
