// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decision/model/decision.h"

#include <QObject>

#include <functional>
#include <optional>

namespace weighbridge::session
{

class ProjectSession;

/// Where a need stands now: positions change while something is open about it, its id does not.
/// nullopt where it is gone.
[[nodiscard]] std::optional<std::size_t> needPosition(const decision::Decision &decision,
                                                      QStringView id);

/// Watches what a menu, a dialog or a popover is about. GUI thread.
class Presence : public QObject
{
    Q_OBJECT

public:
    using IsThere = std::function<bool(const decision::Decision &)>;

    /// `isThere` finds the subject in a decision, by id.
    Presence(const ProjectSession &session, IsThere isThere, QObject *parent);

Q_SIGNALS:
    /// The subject has left the decision, or another project took its place: time to close.
    void ended();
};

} // namespace weighbridge::session
