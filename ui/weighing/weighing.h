// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decision/model/decision.h"

#include <functional>

class QDialog;
class QWidget;

namespace weighbridge::session
{
class ProjectSession;
} // namespace weighbridge::session

/// Ways of setting weights beside the sliders of the table. Each opens a window-modal dialog over
/// the window of `parent` and returns at once; what it applies is one undo step. It closes when the
/// decision changes behind it: what it proposes would take that back.
namespace weighbridge::weighing
{

/// An order by importance → rank-order centroid weights.
void weighByRank(QWidget *parent, session::ProjectSession &session);
/// Points for the step from worst to best of each need.
void weighBySwing(QWidget *parent, session::ProjectSession &session);
/// Saaty's comparison in pairs, with its consistency.
void weighByPairs(QWidget *parent, session::ProjectSession &session);
/// How sure the weights are: around the set ones, their order, bounds, or anything.
void chooseWeightModel(QWidget *parent, session::ProjectSession &session);

/// Sliders for weights that are not those of the project: of a person or of a part. `shown` has
/// them as the weights of its needs; `accepted` gets the changed ones. The dialog is open and
/// deletes itself when it closes.
QDialog *editWeights(QWidget *parent, const QString &title, const decision::Decision &shown,
                     std::function<void(const decision::Decision &)> accepted);

} // namespace weighbridge::weighing
