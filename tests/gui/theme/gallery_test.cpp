// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gallery.h"

#include "ui/theme/theme.h"
#include "ui/theme/typography.h"
#include "ui/widgets/hover_card.h"

#include <QApplication>
#include <QDir>
#include <QTest>
#include <QWidget>

#include <memory>

using namespace weighbridge;

/// Every control is drawn once per scheme. The pictures stay in the build folder for people:
/// gallery/<scheme>.png.
class GalleryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void eachSchemeDrawsItsCanvas_data();
    void eachSchemeDrawsItsCanvas();
    void aSwitchOfThemeLooksLikeAFreshStart();
    void twiceTheTextStillFits();

private:
    std::unique_ptr<theme::Theme> m_theme;
    std::unique_ptr<QWidget> m_gallery;
};

namespace
{

QImage picture(QWidget &gallery)
{
    auto *hover = gallery.findChild<widgets::HoverCard *>(QStringLiteral("hover"));
    hover->showAt(&gallery, {gallery.width() - 420, gallery.height() - 170});
    return gallery.grab().toImage().convertToFormat(QImage::Format_RGB32);
}

std::unique_ptr<QWidget> shownGallery()
{
    std::unique_ptr<QWidget> gallery(makeGallery());
    gallery->show();
    QCoreApplication::processEvents();
    return gallery;
}

void keep(const QImage &image, const QString &name)
{
    const QDir folder(QStringLiteral(WEIGHBRIDGE_BINARY_DIR));
    QVERIFY(folder.mkpath(QStringLiteral("gallery")));
    QVERIFY(image.save(folder.filePath(QStringLiteral("gallery/%1.png").arg(name))));
}

} // namespace

void GalleryTest::initTestCase()
{
    m_theme = std::make_unique<theme::Theme>(*qApp, theme::Appearance::light);
}

void GalleryTest::init()
{
    m_theme->setAppearance(theme::Appearance::light);
    m_theme->setTextScale(1.0);
}

void GalleryTest::eachSchemeDrawsItsCanvas_data()
{
    QTest::addColumn<theme::Appearance>("appearance");
    QTest::newRow("light") << theme::Appearance::light;
    QTest::newRow("dark") << theme::Appearance::dark;
    QTest::newRow("high-contrast") << theme::Appearance::highContrast;
}

void GalleryTest::eachSchemeDrawsItsCanvas()
{
    QFETCH(const theme::Appearance, appearance);
    m_theme->setAppearance(appearance);
    const auto gallery = shownGallery();
    const QImage image = picture(*gallery);
    QCOMPARE(image.pixelColor(image.width() - 2, 2), theme::tokens().canvas);
    keep(image, QString::fromLatin1(QTest::currentDataTag()));
}

void GalleryTest::aSwitchOfThemeLooksLikeAFreshStart()
{
    const auto switched = shownGallery();
    const QImage light = picture(*switched);
    m_theme->setAppearance(theme::Appearance::dark);
    QCoreApplication::processEvents();
    const auto fresh = shownGallery();
    const QImage dark = picture(*switched);
    QVERIFY(light != dark);
    QVERIFY(dark == picture(*fresh));
    m_theme->setAppearance(theme::Appearance::light);
    QCoreApplication::processEvents();
    QVERIFY(light == picture(*switched));
}

void GalleryTest::twiceTheTextStillFits()
{
    const auto gallery = shownGallery();
    const QSize before = gallery->minimumSizeHint();
    m_theme->setTextScale(2.0);
    QCoreApplication::processEvents();
    gallery->resize(gallery->minimumSizeHint().expandedTo(QSize(1900, 1500)));
    QCoreApplication::processEvents();
    keep(picture(*gallery), QStringLiteral("large-text"));
    QVERIFY(gallery->minimumSizeHint().height() > before.height());
}

QTEST_MAIN(GalleryTest)
#include "gallery_test.moc"
