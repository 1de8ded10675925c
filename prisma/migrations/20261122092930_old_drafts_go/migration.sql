-- Words that nobody went on with for two months go; whoever removes them reads nothing else here.
create policy cleaning_job on draft_text to samenplan_app using ((select app.system()) = 'cleaning');
