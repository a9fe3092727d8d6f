extension StarterSite {
  /// What VS Code needs to complete and underline.
  package static let editor = [
    File(
      path: ".vscode/settings.json",
      text: #"""
        {
          // The schemas are made by `limber schema all`: docs/writing.md, "VS Code".
          "yaml.schemas": {
            ".limber/schemas/site.schema.json": "/site.yaml",
            ".limber/schemas/red-flags.schema.json": "/Content/red-flags.yaml",
            ".limber/schemas/care-levels.schema.json": "/Content/symptom-checker/care-levels.yaml",
            ".limber/schemas/vignettes.schema.json": "/Content/symptom-checker/*.vignettes.yaml",
            ".limber/schemas/checker.schema.json": "/Content/symptom-checker/knee-pain.yaml"
          },
          "yaml.schemaStore.enable": false
        }

        """#),
    File(
      path: ".vscode/tasks.json",
      text: #"""
        {
          "version": "2.0.0",
          "tasks": [
            {
              "label": "limber check",
              "detail": "Underlines in red what is wrong, front matter and text included.",
              "type": "shell",
              "command": "limber check",
              "group": { "kind": "test", "isDefault": true },
              "presentation": { "reveal": "silent", "clear": true },
              "problemMatcher": {
                "owner": "limber",
                "fileLocation": ["relative", "${workspaceFolder}"],
                "pattern": {
                  "regexp": "^(\\S.*?):(\\d+):(\\d+): (error|warning): (.*)$",
                  "file": 1,
                  "line": 2,
                  "column": 3,
                  "severity": 4,
                  "message": 5
                }
              }
            },
            {
              "label": "limber schema all",
              "detail": "Makes the schemas anew, so that new articles are offered.",
              "type": "shell",
              "command": "limber schema all",
              "presentation": { "reveal": "silent", "clear": true },
              "problemMatcher": []
            }
          ]
        }

        """#),
    File(
      path: ".vscode/extensions.json",
      text: #"""
        {
          "recommendations": ["redhat.vscode-yaml"]
        }

        """#),
  ]
}
