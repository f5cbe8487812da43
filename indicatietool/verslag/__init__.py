"""The verslag: first as blocks of data (`content.compose`), then as a file (`pdf.render_pdf`).

Importing this package or `content` does not import reportlab; only the renderer does.
"""
