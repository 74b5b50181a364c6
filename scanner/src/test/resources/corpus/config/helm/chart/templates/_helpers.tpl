{{- define "orders.env" -}}
- name: JWT_SECRET_KEY # expect: secret-env-read
  valueFrom:
    secretKeyRef:
      name: {{ include "orders.fullname" . }}
      key: jwt-secret
- name: AUTHORITY_URL
  value: {{ .Values.authority | quote }}
{{- end }}
{{- define "orders.issuer" -}}
{{ .Values.jwt.issuer }}
{{- end }}
