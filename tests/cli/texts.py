"""Short resumes and postings for tests of the command line; made up."""

from __future__ import annotations

RESUME = """Zoé Marchand
zoe.marchand@example.org | +1 206 555 0137 | Tacoma, WA

Experience

Data Analyst, Tidewater Transit
Mar 2019 - Present
- Built ridership reports in SQL and Python for 40 routes
- Automated the monthly close with Apache Airflow, saving three days
- Led weekly reviews with operations and finance

Junior Analyst, Café Olympia
Jun 2016 - Feb 2019
- Kept the sales dashboards in Tableau
- Cleaned supplier data in Excel

Education

BSc Statistics, Western Washington University, 2012 - 2016

Skills

Python, SQL, Tableau, Apache Airflow, Git
"""

OTHER_RESUME = """Tomas Lind
tomas.lind@example.org

Experience

Store Manager, Nordhav Outdoor
Jan 2018 - Present
- Led a team of 12 and planned the shifts
- Cut inventory losses by a third with weekly counts

Education

High school diploma, 2012

Skills

Team leadership, inventory management, customer service, Excel
"""

JOB = """Senior Data Analyst
Harborline Health, Seattle, WA

What you bring

- 3+ years of experience as a data analyst
- Strong SQL and Python
- Experience with Apache Airflow
- Bachelor's degree in statistics or a related field
- Clear written communication

Nice to have

- Snowflake
- Tableau
"""

OTHER_JOB = """Shift Supervisor
Larch Market

Requirements

- Two years of experience in retail
- Team leadership
- Inventory management
- Customer service
- Must be able to lift 25 kg

Nice to have

- Food safety certificate
"""
