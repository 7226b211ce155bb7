# The service and the worker; Neo4j runs in a container of its own (compose.yaml).
FROM python:3.13-slim
WORKDIR /srv/circle
COPY requirements.lock ./
RUN pip install --no-cache-dir --require-hashes --requirement requirements.lock
COPY pyproject.toml README.md ./
COPY service ./service
COPY cypher ./cypher
COPY seeds ./seeds
RUN pip install --no-cache-dir --no-deps --editable . \
    && useradd --create-home --uid 10001 circle \
    && mkdir /var/lib/circle && chown circle /var/lib/circle
USER circle
RUN python -c "from service import settings; from service.api.http import site; site.build(settings.from_env())"
ENV CIRCLE_HOME=/var/lib/circle CIRCLE_HOST=0.0.0.0 CIRCLE_PORT=8000 CIRCLE_DEMO=false
EXPOSE 8000
CMD ["circle", "serve"]
