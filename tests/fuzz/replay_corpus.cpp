// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Runs a fuzz target over the files of its corpus, and over variations of each with a fixed seed,
// where there is no libFuzzer: an ordinary test.

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

int main(int argc, char **argv)
{
    constexpr int kVariations = 2000;
    if (argc != 2) {
        std::fprintf(stderr, "usage: %s CORPUS_FOLDER\n", argv[0]);
        return 2;
    }
    int files = 0;
    for (const auto &entry : std::filesystem::directory_iterator(argv[1])) {
        std::ifstream file(entry.path(), std::ios::binary);
        std::vector<std::uint8_t> input(std::istreambuf_iterator<char>(file), {});
        LLVMFuzzerTestOneInput(input.data(), input.size());
        std::mt19937 engine(1);
        for (int i = 0; i < kVariations && !input.empty(); ++i) {
            auto varied = input;
            for (auto changes = engine() % 4 + 1; changes > 0; --changes)
                varied[engine() % varied.size()] = static_cast<std::uint8_t>(engine());
            if (engine() % 4 == 0)
                varied.resize(engine() % varied.size() + 1);
            LLVMFuzzerTestOneInput(varied.data(), varied.size());
        }
        ++files;
    }
    std::printf("%d files of %s\n", files, argv[1]);
    return files > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
