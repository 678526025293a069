// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/interview/guided_view.h"

#include "core/knowledge/effects.h"
#include "core/knowledge/guide_words.h"
#include "ui/interview/answer_edit.h"
#include "ui/interview/effect_list.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QRadioButton>
#include <QVBoxLayout>
#include <QtConcurrentRun>

#include <utility>

namespace weighbridge::interview
{

namespace
{
using theme::Spacing;
using theme::TextRole;
using theme::Tone;

widgets::Label *textLabel(const char *name, TextRole role, Tone tone)
{
    auto *label = new widgets::Label({}, role, tone);
    label->setObjectName(QLatin1String(name));
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

QPushButton *button(const char *name, const QString &text, theme::Kind kind = theme::Kind::standard)
{
    auto *made = widgets::makeButton(text, kind);
    made->setObjectName(QLatin1String(name));
    return made;
}

QHBoxLayout *rowOf(const QList<QWidget *> &widgets)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(Spacing::small);
    for (QWidget *each : widgets)
        row->addWidget(each);
    row->addStretch();
    return row;
}

QVBoxLayout *rowsIn(QWidget *widget, int spacing)
{
    auto *rows = new QVBoxLayout(widget);
    rows->setContentsMargins({});
    rows->setSpacing(spacing);
    return rows;
}

/// Where the keys go: the answer that is chosen, the first one, or the field.
QWidget *firstControl(const AnswerEdit &answer)
{
    const auto choices = answer.findChildren<QRadioButton *>();
    for (QRadioButton *choice : choices) {
        if (choice->isChecked())
            return choice;
    }
    return choices.isEmpty() ? static_cast<QWidget *>(answer.findChild<QLineEdit *>())
                             : choices.front();
}
} // namespace

GuidedView::GuidedView(session::ProjectSession &session, QWidget *parent)
    : QWidget(parent), m_session(session)
{
    setObjectName(QStringLiteral("guide"));
    auto *rows = rowsIn(this, Spacing::medium);
    m_step = textLabel("guide.step", TextRole::label, Tone::secondary);
    rows->addWidget(m_step);
    makeQuestion(*rows);
    makeStop(*rows);
    m_where = textLabel("guide.where", TextRole::label, Tone::secondary);
    rows->addWidget(m_where);
    makeChange(*rows);
    auto *all = button("guide.all", tr("Show all questions"), theme::Kind::link);
    connect(all, &QAbstractButton::clicked, this, &GuidedView::allQuestionsRequested);
    rows->addWidget(all, 0, Qt::AlignLeft);
    rows->addStretch();

    connect(&m_work, &QFutureWatcherBase::finished, this, &GuidedView::take);
    connect(&session, &session::ProjectSession::decisionChanged, this, &GuidedView::follow);
    connect(&session, &session::ProjectSession::projectReplaced, this, &GuidedView::startAnew);
}

GuidedView::~GuidedView()
{
    // The work holds a copy of the decision; nobody waits for it.
    m_work.disconnect(this);
}

void GuidedView::makeQuestion(QVBoxLayout &rows)
{
    m_question = new QWidget;
    auto *inner = rowsIn(m_question, Spacing::small);
    m_text = textLabel("guide.question", TextRole::section, Tone::primary);
    m_help = textLabel("guide.help", TextRole::label, Tone::secondary);
    m_problem = textLabel("guide.problem", TextRole::label, Tone::err);
    m_problem->hide();
    m_why = textLabel("guide.why", TextRole::label, Tone::secondary);
    m_next = button("guide.next", tr("Next"), theme::Kind::primary);
    m_skip = button("guide.skip", tr("Skip"));
    m_back = button("guide.back", tr("Back"), theme::Kind::ghost);
    connect(m_next, &QAbstractButton::clicked, this, &GuidedView::next);
    connect(m_skip, &QAbstractButton::clicked, this, &GuidedView::skip);
    connect(m_back, &QAbstractButton::clicked, this, &GuidedView::back);
    m_answerPlace = new QVBoxLayout;
    inner->addWidget(m_text);
    inner->addWidget(m_help);
    inner->addWidget(m_why);
    inner->addLayout(m_answerPlace);
    inner->addWidget(m_problem);
    inner->addLayout(rowOf({m_next, m_skip, m_back}));
    m_question->hide();
    rows.addWidget(m_question);
}

void GuidedView::makeStop(QVBoxLayout &rows)
{
    m_stop = new QWidget;
    m_stop->setObjectName(QStringLiteral("guide.stop"));
    auto *inner = rowsIn(m_stop, Spacing::small);
    auto *title = textLabel("guide.stopTitle", TextRole::section, Tone::primary);
    title->setText(tr("Enough is asked"));
    inner->addWidget(title);
    m_reason = textLabel("guide.reason", TextRole::body, Tone::primary);
    inner->addWidget(m_reason);
    m_verdict = button("guide.verdict", tr("See the verdict"), theme::Kind::primary);
    m_more = button("guide.more", tr("Ask more"));
    auto *backFromStop = button("guide.backFromStop", tr("Back"), theme::Kind::ghost);
    connect(m_verdict, &QAbstractButton::clicked, this, &GuidedView::finished);
    connect(m_more, &QAbstractButton::clicked, this, &GuidedView::askMore);
    connect(backFromStop, &QAbstractButton::clicked, this, &GuidedView::back);
    inner->addLayout(rowOf({m_verdict, m_more, backFromStop}));
    m_stop->hide();
    rows.addWidget(m_stop);
}

void GuidedView::makeChange(QVBoxLayout &rows)
{
    m_change = new QWidget;
    auto *inner = rowsIn(m_change, Spacing::small);
    inner->addWidget(new widgets::Divider);
    auto *title = textLabel("guide.changeTitle", TextRole::label, Tone::secondary);
    title->setText(tr("What your last answer changed"));
    m_changed = textLabel("guide.changed", TextRole::strong, Tone::primary);
    m_effects = new EffectList(EffectList::Origin::shown);
    m_effects->setObjectName(QStringLiteral("guide.effects"));
    inner->addWidget(title);
    inner->addWidget(m_changed);
    inner->addWidget(m_effects);
    m_change->hide();
    rows.addWidget(m_change);
}

bool GuidedView::isAnswered(const QString &question) const
{
    return knowledge::answerTo(m_session.decision(), question) != nullptr;
}

void GuidedView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    find();
}

void GuidedView::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!isEnter)
        QWidget::keyPressEvent(event);
    else if (m_skip->hasFocus())
        skip();
    else if (!m_question->isHidden())
        next();
}

void GuidedView::next()
{
    if (m_shown.isEmpty())
        return;
    if (m_pending.isEmpty()) {
        complain(tr("Choose or enter an answer, or skip the question."));
        return;
    }
    const decision::Decision before = m_session.decision();
    const QString question = m_shown;
    m_answering = true;
    const Outcome outcome = m_session.answer(question, m_pending);
    m_answering = false;
    if (!outcome) {
        complain(outcome.error().message());
        return;
    }
    m_skipped.removeAll(question);
    m_trail << question;
    m_returnTo.clear();
    showChange(before, question);
    find();
}

void GuidedView::skip()
{
    if (m_shown.isEmpty())
        return;
    if (!isAnswered(m_shown))
        m_skipped << m_shown;
    m_trail << m_shown;
    m_returnTo.clear();
    m_change->hide();
    find();
}

void GuidedView::back()
{
    if (m_trail.isEmpty())
        return;
    m_returnTo = m_trail.takeLast();
    m_skipped.removeAll(m_returnTo);
    m_change->hide();
    find();
}

void GuidedView::askMore()
{
    m_wantsMore = true;
    find();
}

void GuidedView::follow()
{
    if (m_answering)
        return;
    m_change->hide();
    // Undone: back to the question. Redone: on from it.
    while (!m_trail.isEmpty() && !m_skipped.contains(m_trail.last()) && !isAnswered(m_trail.last()))
        m_returnTo = m_trail.takeLast();
    if (!m_shown.isEmpty() && m_returnTo == m_shown && isAnswered(m_shown)) {
        m_trail << m_shown;
        m_returnTo.clear();
    }
    find();
}

void GuidedView::startAnew()
{
    m_trail.clear();
    m_skipped.clear();
    m_returnTo.clear();
    m_wantsMore = false;
    m_change->hide();
    find();
}

void GuidedView::find()
{
    if (!isVisible())
        return;
    // What is hidden or disabled from here on loses the keys; what is shown then gets them.
    m_hadFocus = m_hadFocus || isAncestorOf(QApplication::focusWidget());
    m_step->setText(tr("Finding the next question…"));
    m_step->show();
    m_next->setEnabled(false);
    m_skip->setEnabled(false);
    m_work.setFuture(QtConcurrent::run(
        [decision = m_session.decision(), &catalogue = m_session.catalogue(), skipped = m_skipped] {
            return knowledge::guidance(decision, catalogue, skipped);
        }));
}

void GuidedView::take()
{
    if (m_work.future().resultCount() == 0)
        return;
    const knowledge::Guidance guidance = m_work.result();
    m_where->setText(knowledge::whereItStands(m_session.decision(), guidance));
    const auto why = [&](const QString &id) {
        for (const knowledge::OpenQuestion &open : guidance.open) {
            if (open.question->id == id)
                return knowledge::whyAsked(m_session.decision(), open);
        }
        return QString();
    };
    const knowledge::Question *returned =
        knowledge::findQuestion(m_session.catalogue(), m_returnTo);
    m_more->setVisible(!guidance.open.empty());
    if (returned)
        showQuestion(*returned, why(m_returnTo));
    else if (guidance.open.empty() || (guidance.stops() && !m_wantsMore))
        showStop();
    else
        showQuestion(*guidance.open.front().question, why(guidance.open.front().question->id));
}

void GuidedView::showQuestion(const knowledge::Question &question, const QString &why)
{
    m_step->setText(tr("Question %1").arg(m_trail.size() + 1));
    m_next->setEnabled(true);
    m_skip->setEnabled(true);
    m_back->setEnabled(!m_trail.isEmpty());
    m_why->setText(why);
    m_why->setVisible(!why.isEmpty());
    m_where->show();
    m_stop->hide();
    m_question->show();
    if (m_shown == question.id && m_answer)
        return; // what is being typed stays
    m_shown = question.id;
    m_text->setText(question.text);
    m_help->setText(question.help);
    m_help->setVisible(!question.help.isEmpty());
    m_problem->hide();
    if (m_answer) {
        m_answer->hide();
        m_answer->deleteLater();
    }
    m_answer = new AnswerEdit(question);
    const decision::Answer *given = knowledge::answerTo(m_session.decision(), question.id);
    m_pending = given ? given->value : QString();
    m_answer->setValue(m_pending);
    connect(m_answer, &AnswerEdit::answered, this, [this](const QString &value) {
        m_pending = value;
        m_problem->hide();
    });
    connect(m_answer, &AnswerEdit::withdrawn, this, [this] { m_pending.clear(); });
    m_answerPlace->addWidget(m_answer);
    QWidget *first = firstControl(*m_answer);
    tabThroughAnswer();
    if (std::exchange(m_hadFocus, false))
        first->setFocus(Qt::OtherFocusReason);
    Q_EMIT questionShown();
}

void GuidedView::tabThroughAnswer()
{
    // It is younger than the buttons, but stands before them.
    QWidget *before = m_next->previousInFocusChain();
    while (before->focusPolicy() == Qt::NoFocus || !before->isVisible() ||
           m_answer->isAncestorOf(before))
        before = before->previousInFocusChain();
    for (QWidget *control : m_answer->findChildren<QWidget *>()) {
        if (control->focusPolicy() == Qt::NoFocus)
            continue;
        setTabOrder(before, control);
        before = control;
    }
}

void GuidedView::showStop()
{
    m_shown.clear();
    m_pending.clear();
    m_step->hide();
    m_where->hide();
    m_reason->setText(m_where->text());
    m_question->hide();
    m_stop->show();
    if (std::exchange(m_hadFocus, false))
        m_verdict->setFocus(Qt::OtherFocusReason);
    Q_EMIT questionShown();
}

void GuidedView::showChange(const decision::Decision &before, const QString &question)
{
    m_changed->setText(knowledge::whatChanged(before, m_session.decision()));
    m_effects->setEffects(
        knowledge::effectsOf(m_session.decision(), m_session.catalogue(), question));
    m_change->show();
}

void GuidedView::complain(const QString &problem)
{
    m_problem->setText(problem);
    m_problem->show();
}

} // namespace weighbridge::interview
