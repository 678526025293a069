// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json/reader.h"
#include "core/base/json/text.h"
#include "core/base/json/values.h"

#include <QTest>

#include <limits>

namespace weighbridge::json
{

enum class Fruit { apple, pear };
constexpr NameTable<Fruit, 2> namesOf(Fruit)
{
    return {{{Fruit::apple, QLatin1String("apple")}, {Fruit::pear, QLatin1String("pear")}}};
}

/// What is read is right, or the first mistake is named with its place.
class TestJsonReader : public QObject
{
    Q_OBJECT

private:
    static Reader reader(const char *text)
    {
        const auto object = parseObject(text);
        return Reader(object ? *object : QJsonObject());
    }

private Q_SLOTS:
    void everyTypeIsRead()
    {
        const Reader fields = reader(R"({"t":"x","b":true,"n":-1.5,"i":7,"d":"2026-11-23",
            "w":"2026-11-23T22:15:00Z","l":["a","b"],"m":{"K":"v"},"k":"pear","u":"18446744073709551615",
            "o":{"p":[1.5,2]}})");
        QCOMPARE(fields.required<QString>("t"), QStringLiteral("x"));
        QCOMPARE(fields.required<bool>("b"), true);
        QCOMPARE(fields.required<double>("n"), -1.5);
        QCOMPARE(fields.required<int>("i"), 7);
        QCOMPARE(fields.required<std::uint64_t>("i"), std::uint64_t{7});
        QCOMPARE(fields.required<std::uint64_t>("u"), std::numeric_limits<std::uint64_t>::max());
        QCOMPARE(fields.required<QDate>("d"), QDate(2026, 11, 23));
        QCOMPARE(fields.required<QDateTime>("w"),
                 QDateTime(QDate(2026, 11, 23), QTime(22, 15), Qt::UTC));
        QCOMPARE(fields.required<QStringList>("l"), (QStringList{"a", "b"}));
        QCOMPARE((fields.required<QHash<QString, QString>>("m").value(QStringLiteral("K"))),
                 QStringLiteral("v"));
        QCOMPARE(fields.required<Fruit>("k"), Fruit::pear);
        QCOMPARE(fields.object("o").required<std::vector<double>>("p"),
                 (std::vector<double>{1.5, 2}));
        QVERIFY2(fields.sound(), qPrintable(fields.mistake()));
    }

    void whatIsMissingOrNullHasItsDefault()
    {
        const Reader fields = reader(R"({"null":null})");
        for (const char *key : {"null", "gone"}) {
            QCOMPARE(fields.valueOr(key, 4.0), 4.0);
            QCOMPARE(fields.valueOr(key, Fruit::pear), Fruit::pear);
            QVERIFY(!fields.optional<QString>(key));
            QVERIFY(fields.objects(key).empty());
            QVERIFY(fields.object(key).keys().isEmpty());
            QVERIFY(!fields.has(key));
        }
        QVERIFY(fields.contains("null"));
        QVERIFY2(fields.sound(), qPrintable(fields.mistake()));
    }

    void aMistakeIsNamedWithItsPlace_data()
    {
        using Read = std::function<void(const Reader &)>;
        QTest::addColumn<Read>("read");
        QTest::addColumn<QString>("mistake");
        const auto row = [](const char *mistake, Read read) {
            QTest::newRow(mistake) << std::move(read) << QString::fromUtf8(mistake);
        };
        row("gone is missing", [](const Reader &f) { (void)f.required<QString>("gone"); });
        row("null is null, not text", [](const Reader &f) { (void)f.required<QString>("null"); });
        row("text is text, not a number", [](const Reader &f) { (void)f.valueOr<double>("text"); });
        row("number is a number, not an object", [](const Reader &f) { (void)f.object("number"); });
        row("list is a list, not true or false",
            [](const Reader &f) { (void)f.valueOr<bool>("list"); });
        row("list[1] is a number, not an object", [](const Reader &f) { (void)f.objects("list"); });
        row("twins[0].x is missing",
            [](const Reader &f) { (void)f.objects("twins").front().required<int>("x"); });
        row("list[0] is an object, not text",
            [](const Reader &f) { (void)f.valueOr<QStringList>("list"); });
        row("fraction is 1.5, not a whole number",
            [](const Reader &f) { (void)f.valueOr<int>("fraction"); });
        row("great is too large", [](const Reader &f) { (void)f.valueOr<int>("great"); });
        row("number is not a whole number of 0 or more",
            [](const Reader &f) { (void)f.valueOr<std::uint64_t>("number"); });
        row("number is -1, outside 0 to 10", [](const Reader &f) {
            f.requireWithin("number", f.required<double>("number"), 0, 10);
        });
        row("text is 'x', which this version does not know",
            [](const Reader &f) { (void)f.valueOr<Fruit>("text"); });
        row("text is 'x', not a date", [](const Reader &f) { (void)f.valueOr<QDate>("text"); });
        row("text is 'x', not a time as in 2026-11-23T22:15:00Z",
            [](const Reader &f) { (void)f.valueOr<QDateTime>("text"); });
        row("empty is empty", [](const Reader &f) { (void)f.filled("empty"); });
        row("twins[1].id 'a' is there twice", [](const Reader &f) {
            struct Twin {
                QString id;
            };
            (void)uniqueListFrom(f, "twins",
                                 [](const Reader &each) { return Twin{each.filled("id")}; });
        });
    }
    void aMistakeIsNamedWithItsPlace()
    {
        QFETCH(std::function<void(const Reader &)>, read);
        QFETCH(QString, mistake);
        const Reader fields = reader(R"({"null":null,"text":"x","number":-1,"list":[{},1],
            "fraction":1.5,"great":1e12,"empty":"","twins":[{"id":"a"},{"id":"a"}]})");
        read(fields);
        QCOMPARE(fields.mistake(), mistake);
        fields.reject("later", QStringLiteral("is wrong, too"));
        QCOMPARE(fields.mistake(), mistake);
    }

    void aNumberThatIsNotFiniteIsRefused()
    {
        for (const double value :
             {std::numeric_limits<double>::infinity(), std::numeric_limits<double>::quiet_NaN()}) {
            const Reader fields(QJsonObject{{QStringLiteral("x"), value}}, QStringLiteral("here"));
            QCOMPARE(fields.required<double>("x"), 0.0);
            QCOMPARE(fields.mistake(), QStringLiteral("here.x is not a finite number"));
        }
    }

    void wholeNumbersSurviveAsTheyAre()
    {
        for (const std::uint64_t number :
             {std::uint64_t{0}, std::uint64_t{1} << 53, (std::uint64_t{1} << 53) + 1,
              std::numeric_limits<std::uint64_t>::max()}) {
            const Reader fields(QJsonObject{{QStringLiteral("x"), wholeNumber(number)}});
            QCOMPARE(fields.required<std::uint64_t>("x"), number);
        }
    }
};

} // namespace weighbridge::json

using TestJsonReader = weighbridge::json::TestJsonReader;
QTEST_APPLESS_MAIN(TestJsonReader)
#include "json_reader_test.moc"
