// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/knowledge/guide.h"

namespace weighbridge::knowledge
{

/// Why this question is asked now: what its answer could change. One or two sentences.
[[nodiscard]] QString whyAsked(const decision::Decision &decision, const OpenQuestion &open);

/// Who led and who leads, one sentence. What else an answer did: effectsOf().
[[nodiscard]] QString whatChanged(const decision::Decision &before,
                                  const decision::Decision &after);

/// Whether to go on and how likely it is that the rest changes something, one sentence.
[[nodiscard]] QString whereItStands(const decision::Decision &decision, const Guidance &guidance);

} // namespace weighbridge::knowledge
