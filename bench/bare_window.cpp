// SPDX-License-Identifier: GPL-3.0-or-later
// thidua-bench-bare: what any Qt program costs – a window with a line of text, painted once.
#include <QApplication>
#include <QLabel>
#include <QMainWindow>
#include <QTimer>

#include <cstdlib>

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QMainWindow window;
    window.setCentralWidget(new QLabel(QStringLiteral("Thi Đua")));
    window.resize(1366, 768);
    window.show();
    window.grab(); // painted for certain, also where no screen is
    QTimer::singleShot(0, [] { std::_Exit(0); });
    return QApplication::exec();
}
