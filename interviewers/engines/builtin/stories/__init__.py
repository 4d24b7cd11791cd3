"""What candidates tell: of events, of their own actions and of themselves.

Stories: how they are told (`telling`, `cues`, `course`), their theme (`themes`), where they took place
(`setting`), which sentences belong to them (`bound`), the conduct in them (`conduct`). Talk about oneself
where no story is asked for: `accounts`, `own`, `personal`.
"""
