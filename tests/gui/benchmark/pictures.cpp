// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures.h"

#include "shown_window.h"

#include <QDir>
#include <QTest>

namespace weighbridge::testing
{

void addPictureRows(const QStringList &states)
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<theme::Appearance>("appearance");
    const std::pair<QSize, const char *> sizes[] = {{{1440, 900}, "1440x900"},
                                                    {{1024, 700}, "1024x700"}};
    const std::pair<theme::Appearance, const char *> schemes[] = {
        {theme::Appearance::light, "light"}, {theme::Appearance::dark, "dark"}};
    for (const QString &state : states) {
        for (const auto &[size, sizeName] : sizes) {
            for (const auto &[appearance, schemeName] : schemes)
                QTest::addRow("%s-%s-%s", qPrintable(state), sizeName, schemeName)
                    << state << size << appearance;
        }
    }
}

bool drawPage(const QString &name, const QSize &size, int page,
              const std::function<void(ShownWindow &)> &put)
{
    ShownWindow window(size);
    if (!window.waitForTargets())
        return false;
    window.window().showPage(page);
    put(window);
    // A page is laid out in two passes: its cards, then what scrolls around them.
    for (int pass = 0; pass < 3; ++pass)
        QCoreApplication::processEvents();
    const QDir folder(QStringLiteral(WEIGHBRIDGE_BINARY_DIR));
    return folder.mkpath(QStringLiteral("screenshots")) &&
           window.window().grab().save(
               folder.filePath(QStringLiteral("screenshots/%1.png").arg(name))) &&
           window.window().size() == size;
}

} // namespace weighbridge::testing
