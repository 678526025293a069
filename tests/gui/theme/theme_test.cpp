// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icons.h"
#include "ui/theme/series.h"
#include "ui/theme/theme.h"
#include "ui/theme/typography.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontInfo>
#include <QFontMetricsF>
#include <QPainter>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace weighbridge;
using theme::Tokens;

Q_DECLARE_METATYPE(const Tokens *)

class ThemeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void textIsReadable_data();
    void textIsReadable();
    void controlsAndFocusAreVisible_data();
    void controlsAndFocusAreVisible();
    void contrastOfBlackAndWhiteIsTwentyOne();
    void seriesAreVisibleAndDistinct_data();
    void seriesAreVisibleAndDistinct();
    void languagesLookLikeTheirFirstFramework();
    void anUnknownSeriesKeepsItsLook();
    void readableReachesItsRatioOrTheEnd();
    void everyMarkerDraws();
    void fontFamiliesAreBundled();
    void digitsOfTheNumberFontHaveOneWidth();
    void textScaleMultipliesEveryRole();
    void everyGlyphDrawsSharply();
    void aGlyphFollowsTheTheme();
    void appearanceChangesPaletteAndTells();

private:
    std::unique_ptr<theme::Theme> m_theme;
};

namespace
{

const QStringList kFrameworks{QStringLiteral("gin"),    QStringLiteral("fiber"),
                              QStringLiteral("echo"),   QStringLiteral("fastapi"),
                              QStringLiteral("django"), QStringLiteral("flask"),
                              QStringLiteral("express")};

void addSchemes()
{
    QTest::addColumn<const Tokens *>("t");
    QTest::newRow("light") << &theme::lightTokens();
    QTest::newRow("dark") << &theme::darkTokens();
    QTest::newRow("high contrast") << &theme::highContrastTokens();
}

QImage drawn(theme::Glyph glyph, double ratio)
{
    QImage image(QSize(24, 24) * ratio, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    theme::drawGlyph(painter, glyph, QRectF(0, 0, 24, 24), Qt::black);
    painter.end();
    return image;
}

int inked(const QImage &image)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += qAlpha(image.pixel(x, y)) > 100 ? 1 : 0;
    }
    return count;
}

} // namespace

void ThemeTest::initTestCase()
{
    m_theme = std::make_unique<theme::Theme>(*qApp, theme::Appearance::light);
}

void ThemeTest::textIsReadable_data()
{
    addSchemes();
}

void ThemeTest::textIsReadable()
{
    QFETCH(const Tokens *, t);
    for (const QColor &background : {t->surface, t->canvas, t->sunken, t->hover, t->raised}) {
        QCOMPARE_GE(theme::contrastRatio(t->text, background), 12.6);
        QCOMPARE_GE(theme::contrastRatio(t->text2, background), 7.4);
        QCOMPARE_GE(theme::contrastRatio(t->text3, background), 4.7);
        QCOMPARE_GE(theme::contrastRatio(t->accent, background), 4.5);
    }
    QCOMPARE_GE(theme::contrastRatio(t->ok, t->okSoft), 5.1);
    QCOMPARE_GE(theme::contrastRatio(t->warn, t->warnSoft), 5.1);
    QCOMPARE_GE(theme::contrastRatio(t->err, t->errSoft), 5.1);
    QCOMPARE_GE(theme::contrastRatio(t->accent, t->accentSoft), 4.5);
    QCOMPARE_GE(theme::contrastRatio(t->onInk, t->ink), 12.0);
}

void ThemeTest::controlsAndFocusAreVisible_data()
{
    addSchemes();
}

void ThemeTest::controlsAndFocusAreVisible()
{
    QFETCH(const Tokens *, t);
    QCOMPARE_GE(theme::contrastRatio(t->control, t->surface), 3.0);
    QCOMPARE_GE(theme::contrastRatio(t->control, t->canvas), 3.0);
    QCOMPARE_GE(theme::contrastRatio(t->accent, t->canvas), 5.6);
    QCOMPARE_GE(theme::contrastRatio(t->accent, t->surface), 5.6);
}

void ThemeTest::contrastOfBlackAndWhiteIsTwentyOne()
{
    QCOMPARE(theme::contrastRatio(Qt::black, Qt::white), 21.0);
    QCOMPARE(theme::contrastRatio(Qt::white, Qt::black), 21.0);
    // The worked example of the table in the design notes: Gin on white.
    QVERIFY(qAbs(theme::contrastRatio(QColor(0x00, 0x7C, 0x98), Qt::white) - 4.84) < 0.01);
}

void ThemeTest::seriesAreVisibleAndDistinct_data()
{
    addSchemes();
}

void ThemeTest::seriesAreVisibleAndDistinct()
{
    QFETCH(const Tokens *, t);
    QSet<QRgb> colours;
    for (const QString &id : kFrameworks) {
        const theme::SeriesLook look = theme::seriesLook(id, *t);
        QCOMPARE_GE(theme::contrastRatio(look.colour, t->surface), 3.0);
        QCOMPARE_GE(theme::contrastRatio(theme::readable(look.colour, t->surface), t->surface),
                    4.6);
        colours.insert(look.colour.rgb());
    }
    QCOMPARE(colours.size(), kFrameworks.size());
    // The reference server is no framework: neutral, and of a shape that no framework has.
    const theme::SeriesLook reference = theme::seriesLook(u"reference", *t);
    QCOMPARE(reference.marker, theme::Marker::cross);
    QCOMPARE(reference.colour, t->text2);
    QVERIFY(!colours.contains(reference.colour.rgb()));
}

void ThemeTest::languagesLookLikeTheirFirstFramework()
{
    const Tokens &t = theme::lightTokens();
    QCOMPARE(theme::seriesLook(u"go", t).colour, theme::seriesLook(u"gin", t).colour);
    QCOMPARE(theme::seriesLook(u"python", t).colour, theme::seriesLook(u"fastapi", t).colour);
    QCOMPARE(theme::seriesLook(u"node", t).colour, theme::seriesLook(u"express", t).colour);
    QCOMPARE(theme::seriesLook(u"FastAPI", t).colour, theme::seriesLook(u"fastapi", t).colour);
}

void ThemeTest::anUnknownSeriesKeepsItsLook()
{
    const Tokens &t = theme::lightTokens();
    const theme::SeriesLook rust = theme::seriesLook(u"rust", t);
    QCOMPARE(theme::seriesLook(u"rust", t).colour, rust.colour);
    for (const QString &id : kFrameworks)
        QVERIFY(theme::seriesLook(id, t).colour != rust.colour);
}

void ThemeTest::readableReachesItsRatioOrTheEnd()
{
    for (const QColor &background : {QColor(Qt::white), QColor(Qt::black), QColor(128, 128, 128)}) {
        for (int grey = 0; grey < 256; grey += 5) {
            const QColor result = theme::readable(QColor(grey, grey, grey), background);
            QCOMPARE_GE(theme::contrastRatio(result, background), 3.9);
        }
    }
    // A colour that is readable already stays what it is.
    QCOMPARE(theme::readable(QColor(0x00, 0x46, 0x5C), Qt::white), QColor(0x00, 0x46, 0x5C));
}

void ThemeTest::everyMarkerDraws()
{
    QList<QImage> images;
    for (const auto marker : {theme::Marker::circle, theme::Marker::square, theme::Marker::triangle,
                              theme::Marker::diamond, theme::Marker::cross}) {
        for (const auto fill : {theme::MarkerFill::filled, theme::MarkerFill::hollow}) {
            QImage image(24, 24, QImage::Format_ARGB32_Premultiplied);
            image.fill(Qt::white);
            QPainter painter(&image);
            theme::drawMarker(painter, {Qt::black, marker}, {12, 12}, 6, fill, Qt::white);
            painter.end();
            QVERIFY(!images.contains(image));
            images << image;
        }
    }
}

void ThemeTest::fontFamiliesAreBundled()
{
    QVERIFY(theme::loadFonts());
    const QStringList families = QFontDatabase::families();
    for (const QString &family :
         {QStringLiteral("Inter"), QStringLiteral("Inter Num"), QStringLiteral("JetBrains Mono")})
        QVERIFY2(families.contains(family), qPrintable(family));
    QCOMPARE(QFontInfo(theme::font(theme::TextRole::body)).family(), QStringLiteral("Inter"));
    QCOMPARE(QFontInfo(theme::numberFont(theme::TextRole::strong)).family(),
             QStringLiteral("Inter Num"));
    QVERIFY(QFontInfo(theme::logFont()).fixedPitch());
}

void ThemeTest::digitsOfTheNumberFontHaveOneWidth()
{
    for (const auto role : {theme::TextRole::caption, theme::TextRole::body,
                            theme::TextRole::strong, theme::TextRole::display}) {
        const QFontMetricsF metrics(theme::numberFont(role));
        const double width = metrics.horizontalAdvance(QLatin1Char('0'));
        for (char digit = '1'; digit <= '9'; ++digit)
            QCOMPARE(metrics.horizontalAdvance(QLatin1Char(digit)), width);
    }
}

void ThemeTest::textScaleMultipliesEveryRole()
{
    QSignalSpy changed(m_theme.get(), &theme::Theme::changed);
    m_theme->setTextScale(1.5);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(theme::font(theme::TextRole::verdict).pixelSize(), 36);
    QCOMPARE(QApplication::font().pixelSize(), 20);
    QCOMPARE(theme::fixedFont(14).pixelSize(), 14);
    m_theme->setTextScale(99);
    QCOMPARE(theme::textScale(), 2.0);
    m_theme->setTextScale(1.0);
    QCOMPARE(theme::font(theme::TextRole::verdict).pixelSize(), 24);
}

void ThemeTest::everyGlyphDrawsSharply()
{
    QSet<QString> names;
    QList<QImage> images;
    for (int index = 0; index <= static_cast<int>(theme::Glyph::last); ++index) {
        const auto glyph = static_cast<theme::Glyph>(index);
        const QString name = theme::glyphName(glyph);
        names.insert(name);
        const QImage once = drawn(glyph, 1.0);
        const QImage twice = drawn(glyph, 2.0);
        QVERIFY2(inked(once) > 15, qPrintable(name));
        // Twice the resolution, not the same pixels enlarged.
        QVERIFY2(inked(twice) > 2 * inked(once), qPrintable(name));
        QVERIFY2(once.scaled(48, 48) != twice, qPrintable(name));
        QVERIFY2(!images.contains(once), qPrintable(name));
        images << once;
        QCOMPARE(theme::glyphOf(theme::icon(glyph)), std::optional(glyph));
    }
    QCOMPARE(names.size(), static_cast<int>(theme::Glyph::last) + 1);
    QVERIFY(!theme::glyphOf(QIcon()).has_value());
    QVERIFY(!theme::applicationIcon().pixmap(128, 128).isNull());
}

void ThemeTest::aGlyphFollowsTheTheme()
{
    const QIcon icon = theme::icon(theme::Glyph::play, theme::Tone::primary);
    const auto middle = [&icon] { return icon.pixmap(24, 24).toImage().pixelColor(10, 12); };
    m_theme->setAppearance(theme::Appearance::light);
    QCOMPARE(middle(), theme::lightTokens().text);
    m_theme->setAppearance(theme::Appearance::dark);
    QCOMPARE(middle(), theme::darkTokens().text);
    m_theme->setAppearance(theme::Appearance::light);
}

void ThemeTest::appearanceChangesPaletteAndTells()
{
    QSignalSpy changed(m_theme.get(), &theme::Theme::changed);
    QCOMPARE(QApplication::palette().color(QPalette::Window), theme::lightTokens().canvas);
    m_theme->setAppearance(theme::Appearance::dark);
    QCOMPARE(changed.count(), 1);
    QVERIFY(m_theme->isDark());
    QCOMPARE(theme::tokens(), theme::darkTokens());
    QCOMPARE(QApplication::palette().color(QPalette::Window), theme::darkTokens().canvas);
    m_theme->setAppearance(theme::Appearance::dark);
    QCOMPARE(changed.count(), 1);
    m_theme->setAppearance(theme::Appearance::highContrast);
    QCOMPARE(theme::tokens().scheme, theme::Scheme::highContrast);
    // The desktop of the tests is light.
    m_theme->setAppearance(theme::Appearance::system);
    QCOMPARE(theme::tokens().scheme, theme::Scheme::light);
    QCOMPARE(changed.count(), 3);
}

QTEST_MAIN(ThemeTest)
#include "theme_test.moc"
