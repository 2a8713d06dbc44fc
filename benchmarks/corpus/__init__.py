"""Made-up people as JSON Resumes, printed by npm themes and DOCX templates: documents whose truth is known."""
