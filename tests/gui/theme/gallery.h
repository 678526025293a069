// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

/// A window with every control of the program in its states, for tests of the look.
/// The caller owns it.
QWidget *makeGallery();
