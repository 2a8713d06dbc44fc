from datetime import date

from careercraft import analyze

analysis = analyze("examples/nurse.docx", "examples/nurse-job.md", today=date(2026, 11, 20))
print(analysis.verdict.label, analysis.verdict.readiness)
for gap in analysis.gaps[:3]:
    print(f"{gap.points:+.1f}  {gap.name}: {gap.reason}")
