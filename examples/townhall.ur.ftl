# The library’s words in Urdu: the examples bring them, the library brings English and Welsh.

townhall-language-name = اردو
townhall-back = پیچھے
townhall-breadcrumb = صفحات کا راستہ
townhall-contents = مشمولات
townhall-cookie-banner = کوکیز کے بارے میں
townhall-error = خرابی
townhall-important = اہم
townhall-success = کامیابی
townhall-warning = انتباہ
townhall-language = زبان
townhall-menu = مینو
townhall-service-information = سروس کی معلومات
townhall-skip-to-main-content = مرکزی مواد پر جائیں
townhall-support-links = مدد کے روابط
townhall-licence-before = تمام مواد اس لائسنس کے تحت دستیاب ہے:
townhall-licence-name = اوپن گورنمنٹ لائسنس v3.0
townhall-licence-address = https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/
townhall-licence-after = ، سوائے اس کے جہاں کچھ اور کہا گیا ہو
townhall-crown-copyright = © کراؤن کاپی رائٹ
townhall-pagination = صفحات
townhall-previous = پچھلا
townhall-next = اگلا
townhall-pagination-page = صفحہ
townhall-page = صفحہ
townhall-show-all-sections = تمام حصے دکھائیں
townhall-hide-all-sections = تمام حصے پوشیدہ کریں
townhall-show = دکھائیں
townhall-hide = پوشیدہ کریں
townhall-show-this-section = یہ حصہ دکھائیں
townhall-hide-this-section = یہ حصہ پوشیدہ کریں
townhall-show-password = پاس ورڈ دکھائیں
townhall-hide-password = پاس ورڈ پوشیدہ کریں
townhall-password-shown = آپ کا پاس ورڈ نظر آ رہا ہے
townhall-password-hidden = آپ کا پاس ورڈ پوشیدہ ہے
townhall-emergency = ہنگامی
townhall-exit-this-page = اس صفحے سے نکلیں
townhall-exit-loading = لوڈ ہو رہا ہے۔
townhall-exit-expired = صفحے سے نکلنے کا وقت ختم ہو گیا۔
townhall-exit-two-more = Shift: نکلنے کے لیے مزید 2 بار دبائیں۔
townhall-exit-one-more = Shift: نکلنے کے لیے مزید 1 بار دبائیں۔
townhall-choose-file = فائل منتخب کریں
townhall-drop-file = یا فائل یہاں چھوڑیں
townhall-no-file = کوئی فائل منتخب نہیں کی گئی
townhall-entered-drop-zone = فائل چھوڑنے کی جگہ کے اندر
townhall-left-drop-zone = فائل چھوڑنے کی جگہ کے باہر
townhall-files-chosen = { $count ->
    [one] { $count } فائل منتخب کی گئی
   *[other] { $count } فائلیں منتخب کی گئیں
}
townhall-characters-limit = { $count ->
    [one] آپ { $count } حرف لکھ سکتے ہیں
   *[other] آپ { $count } تک حروف لکھ سکتے ہیں
}
townhall-characters-under-limit = { $count ->
    [one] { $count } حرف باقی ہے
   *[other] { $count } حروف باقی ہیں
}
townhall-characters-at-limit = کوئی حرف باقی نہیں
townhall-characters-over-limit = { $count ->
    [one] { $count } حرف زیادہ ہے
   *[other] { $count } حروف زیادہ ہیں
}
townhall-words-limit = { $count ->
    [one] آپ { $count } لفظ لکھ سکتے ہیں
   *[other] آپ { $count } تک الفاظ لکھ سکتے ہیں
}
townhall-words-under-limit = { $count ->
    [one] { $count } لفظ باقی ہے
   *[other] { $count } الفاظ باقی ہیں
}
townhall-words-at-limit = کوئی لفظ باقی نہیں
townhall-words-over-limit = { $count ->
    [one] { $count } لفظ زیادہ ہے
   *[other] { $count } الفاظ زیادہ ہیں
}
townhall-there-is-a-problem = ایک مسئلہ ہے
townhall-continue = جاری رکھیں
townhall-optional = (اختیاری)
townhall-or = یا
townhall-yes = جی ہاں
townhall-no = نہیں
townhall-select-one = منتخب کریں
townhall-file-kept = آپ { $name } پہلے ہی اپ لوڈ کر چکے ہیں۔ دوسری فائل صرف اسے بدلنے کے لیے منتخب کریں۔
townhall-files-kept = آپ { $names } پہلے ہی اپ لوڈ کر چکے ہیں۔ اب منتخب کی گئی فائلیں ان میں شامل ہو جائیں گی۔
townhall-files-upload = فائلیں اپ لوڈ کریں
townhall-file-remove = { $name } ہٹائیں
townhall-day = دن
townhall-month = مہینہ
townhall-year = سال
townhall-date = { $day } { $month } { $year }
townhall-date-with-weekday = { $weekday }، { $day } { $month } { $year }
townhall-month-and-year = { $month } { $year }
townhall-month-1 = جنوری
townhall-month-2 = فروری
townhall-month-3 = مارچ
townhall-month-4 = اپریل
townhall-month-5 = مئی
townhall-month-6 = جون
townhall-month-7 = جولائی
townhall-month-8 = اگست
townhall-month-9 = ستمبر
townhall-month-10 = اکتوبر
townhall-month-11 = نومبر
townhall-month-12 = دسمبر
townhall-weekday-1 = پیر
townhall-weekday-2 = منگل
townhall-weekday-3 = بدھ
townhall-weekday-4 = جمعرات
townhall-weekday-5 = جمعہ
townhall-weekday-6 = ہفتہ
townhall-weekday-7 = اتوار
townhall-list-middle = { $list }، { $next }
townhall-list-and = { $list } اور { $last }
townhall-list-or = { $list } یا { $last }

townhall-quoted = ‘{ $text }’

## The sentences that this question can need. The label and a colon fit every noun.

townhall-your-answer = آپ کا جواب
    .it = آپ کا جواب

townhall-error-empty = { $label }: جواب درج کریں
    .question = { $label } جواب درج کریں
townhall-error-empty-choice = منتخب کریں: { $it }
    .question = { $label } ایک جواب منتخب کریں
townhall-error-empty-choices = منتخب کریں: { $it }
    .question = { $label } ایک یا زیادہ جوابات منتخب کریں
townhall-error-empty-yes-no = اگر { $it } تو ‘{ $yes }’ منتخب کریں
    .question = { $label } ‘{ $yes }’ یا ‘{ $no }’ منتخب کریں
townhall-error-none-and-other = جو لاگو ہو منتخب کریں، یا صرف ‘{ $none }’ منتخب کریں
townhall-error-too-long = { $label }: { $max } یا اس سے کم حروف استعمال کریں
townhall-error-missing-day = { $label }: دن درج کریں
townhall-error-missing-month = { $label }: مہینہ درج کریں
townhall-error-missing-year = { $label }: سال درج کریں
townhall-error-missing-day-and-month = { $label }: دن اور مہینہ درج کریں
townhall-error-missing-day-and-year = { $label }: دن اور سال درج کریں
townhall-error-missing-month-and-year = { $label }: مہینہ اور سال درج کریں
townhall-error-short-year = سال 4 ہندسوں میں درج کریں
townhall-error-not-real = { $label }: درست تاریخ درج کریں
townhall-error-not-past = { $label }: گزری ہوئی تاریخ درج کریں
townhall-error-email-format = ای میل کا پتہ صحیح طریقے سے درج کریں، جیسے name@example.com
townhall-error-phone-format = فون نمبر درج کریں، جیسے 01632 960 001 یا 07700 900 982
townhall-error-empty-file = { $label }: فائل منتخب کریں
    .question = { $label } فائل منتخب کریں
townhall-error-file-type = { $count ->
    [one] فائل اس قسم کی ہونی چاہیے: { $types }
   *[other] فائل ان میں سے ایک قسم کی ہونی چاہیے: { $types }
}
townhall-error-file-too-big = فائل بہت بڑی ہے۔ سب سے بڑا سائز { $size } ہے
townhall-error-file-empty = منتخب کی گئی فائل خالی ہے
townhall-error-file-failed = فائل اپ لوڈ نہیں ہو سکی۔ دوبارہ کوشش کریں
townhall-error-file-again = فائل دوبارہ منتخب کریں
townhall-error-file-quota = آپ ابھی مزید فائلیں اپ لوڈ نہیں کر سکتے۔ ایک گھنٹے بعد دوبارہ کوشش کریں
townhall-size-megabytes = { $n }MB
townhall-size-kilobytes = { $n }KB

## The sentences that the parking permit can need

townhall-error-postcode-format = برطانیہ کا پورا پوسٹ کوڈ درج کریں
townhall-error-vehicle-registration-format = گاڑی کا رجسٹریشن نمبر صحیح طریقے سے درج کریں، جیسے AB51 ABC
townhall-error-vehicle-registration-postcode = گاڑی کا رجسٹریشن نمبر درج کریں، پوسٹ کوڈ نہیں
townhall-error-empty-either = منتخب کریں: { $if }
townhall-error-not-a-number = { $label }: نمبر درج کریں
townhall-error-number-unclear = { $label }: اعشاریہ سے پہلے نقطہ (.) اور کوما صرف ہزاروں کے درمیان لگائیں
townhall-error-whole-number-unclear = { $label }: پورا نمبر درج کریں، کوما صرف ہزاروں کے درمیان لگائیں
townhall-error-not-whole = { $label }: پورا نمبر درج کریں
townhall-error-too-low = { $label }: { $min } یا اس سے زیادہ درج کریں
townhall-error-too-high = { $label }: { $max } یا اس سے کم درج کریں
townhall-error-out-of-range = { $label }: { $min } سے { $max } تک کا نمبر درج کریں
townhall-uk-address-line_1 = پتے کی پہلی سطر
townhall-uk-address-line_2 = پتے کی دوسری سطر
townhall-uk-address-town = شہر یا قصبہ
townhall-uk-address-county = کاؤنٹی
townhall-uk-address-postcode = پوسٹ کوڈ

## Whole pages

townhall-start-now = ابھی شروع کریں
townhall-change = بدلیں
townhall-remove = ہٹائیں
townhall-not-provided = نہیں دیا گیا
townhall-check-answers = بھیجنے سے پہلے اپنے جوابات دیکھ لیں
townhall-your-answers = آپ کے جوابات
townhall-send-your-answers = اپنے جوابات بھیجیں
townhall-accept-and-send = قبول کریں اور بھیجیں
townhall-confirm-and-send = تصدیق کریں اور بھیجیں
townhall-answers-missing = کچھ جوابات نہیں ہیں۔ جواب دینے کے لیے اوپر کے روابط پر جائیں، پھر اس صفحے پر واپس آئیں۔
townhall-answers-stopped = آپ اپنے جوابات نہیں بھیج سکتے۔ وجہ جاننے کے لیے ‘جاری رکھیں’ منتخب کریں۔
townhall-answer-question = ‘{ $question }’ کا جواب دیں
townhall-your-reference = آپ کا حوالہ نمبر
townhall-what-happens-next = آگے کیا ہو گا
townhall-keep-a-record = ریکارڈ رکھنے کے لیے آپ یہ صفحہ پرنٹ یا محفوظ کر سکتے ہیں۔
townhall-feedback-link = اس سروس کے بارے میں آپ کا کیا خیال ہے؟
townhall-feedback-time = (30 سیکنڈ لگتے ہیں)
townhall-view-confirmation = اپنی تصدیق دیکھیں
townhall-start-again = دوبارہ شروع کریں
    .body = آپ سروس کے شروع میں جائیں گے۔ جو جوابات آپ نے نہیں بھیجے ہم انہیں نہیں مٹائیں گے۔
townhall-not-found = صفحہ نہیں ملا
    .body =
        اگر آپ نے ویب پتہ ٹائپ کیا ہے تو دیکھیں کہ وہ درست ہے۔

        اگر آپ نے ویب پتہ چسپاں کیا ہے تو دیکھیں کہ آپ نے پورا پتہ نقل کیا ہے۔
    .contact = اگر ویب پتہ درست ہے یا آپ نے کوئی ربط یا بٹن منتخب کیا تھا:
    .start = اگر ویب پتہ درست ہے یا آپ نے کوئی ربط یا بٹن منتخب کیا تھا تو سروس کے شروع میں واپس جائیں۔
townhall-problem = معذرت، سروس میں ایک مسئلہ ہے
    .body = بعد میں دوبارہ کوشش کریں۔
    .not-saved = جو آپ نے لکھا ہے ہم اسے محفوظ نہیں کر سکے۔ وہ اب بھی اس صفحے پر ہے۔ ذرا انتظار کریں، پھر بٹن دوبارہ دبائیں۔
townhall-answers-kept = { $days ->
    [one] ہم نے آپ کے جوابات محفوظ کر لیے ہیں۔ وہ { $days } دن تک دستیاب رہیں گے۔
   *[other] ہم نے آپ کے جوابات محفوظ کر لیے ہیں۔ وہ { $days } دن تک دستیاب رہیں گے۔
}
townhall-session-ended = آپ کا سیشن ختم ہو گیا ہے
    .body =
        جن جوابات کے لیے کوئی کافی دیر تک واپس نہیں آتا، انہیں ہم رازداری کے لیے مٹا دیتے ہیں۔

        سروس استعمال کرنے کے لیے آپ کو دوبارہ شروع کرنا ہو گا۔
townhall-refused = جو آپ نے بھیجا ہم اسے قبول نہیں کر سکے
    .body =
        یہ اس سروس کے کسی صفحے سے نہیں آیا۔

        سروس کے شروع میں جائیں اور وہاں سے استعمال کریں۔ جو جوابات آپ پہلے دے چکے ہیں وہ محفوظ ہیں۔
townhall-cookies-needed = یہ سروس استعمال کرنے کے لیے کوکیز آن کریں
    .body =
        سروس ایک صفحے سے دوسرے تک آپ کے جوابات یاد رکھنے کے لیے ایک کوکی استعمال کرتی ہے۔ اس کے بغیر وہ کھو جائیں گے۔

        اپنے براؤزر کی ترتیبات میں کوکیز آن کریں، پھر دوبارہ شروع کریں۔
    .again = سروس آپ کے جوابات یاد رکھنے کے لیے ایک کوکی استعمال کرتی ہے۔ اپنے براؤزر کی ترتیبات میں کوکیز آن کریں، پھر بٹن دوبارہ دبائیں۔ جو آپ نے لکھا ہے وہ اب بھی اس صفحے پر ہے۔
townhall-unreadable = جو آپ نے بھیجا ہم اسے پڑھ نہیں سکے
    .body =
        اس کا کچھ حصہ ہم تک نہیں پہنچا۔

        واپس جائیں، جو لکھا ہے اسے دیکھیں اور دوبارہ بھیجیں۔
townhall-too-large = جو آپ نے بھیجا وہ بہت بڑا ہے
    .body = واپس جائیں، لمبے جوابات چھوٹے کریں یا چھوٹی فائلیں منتخب کریں، اور دوبارہ بھیجیں۔
townhall-already-sent = آپ اپنے جوابات بھیج چکے ہیں
    .body = وہ ہمیں مل گئے ہیں۔ آپ کو دوبارہ بھیجنے کی ضرورت نہیں۔
townhall-answers-not-current = جب سے آپ نے یہ صفحہ کھولا ہے، آپ کے جوابات بدل گئے ہیں
    .body = انہیں کسی اور ونڈو میں یا کسی اور آلے پر بدلا گیا تھا۔ ہم نے انہیں بھیجا نہیں ہے۔ بھیجنے سے پہلے انہیں دوبارہ دیکھ لیں۔
townhall-record-full = ہم یہ جواب محفوظ نہیں کر سکے
    .not-saved = آپ کے جوابات مل کر اس سے لمبے ہیں جتنا ہم رکھ سکتے ہیں۔ جو ہم نے پہلے محفوظ کیا تھا وہ موجود ہے، اور جو آپ نے لکھا ہے وہ اب بھی اس صفحے پر ہے۔ یہ جواب چھوٹا کریں، پھر بٹن دوبارہ دبائیں۔
townhall-not-on-list = یہ آپ کی فہرست میں نہیں ہے
    .body = ممکن ہے اسے ہٹا دیا گیا ہو، اس ونڈو میں یا کسی اور ونڈو میں۔ آپ کی فہرست کی باقی تمام چیزیں ویسی ہی ہیں۔
townhall-list-full = آپ مزید شامل نہیں کر سکتے
    .body = آپ کی فہرست بھر گئی ہے۔ کچھ اور شامل کرنے کے لیے پہلے کوئی چیز ہٹائیں۔
    .not-saved = آپ کی فہرست بھر گئی ہے۔ جو آپ نے لکھا ہے وہ اب بھی اس صفحے پر ہے۔ اسے شامل کرنے کے لیے کسی اور ونڈو میں فہرست سے کوئی چیز ہٹائیں، پھر بٹن دوبارہ دبائیں۔
townhall-go-to-list = اپنی فہرست پر جائیں
townhall-answers-changed = جب آپ پچھلی بار یہاں تھے، اس کے بعد سروس بدل گئی ہے
    .body = ہمیں آپ کے کچھ جوابات دوبارہ چاہئیں۔ جب آپ اپنے جوابات دیکھیں گے تو ان پر نشان ہو گا۔
townhall-unavailable = معذرت، سروس دستیاب نہیں ہے
    .later = آپ بعد میں سروس استعمال کر سکیں گے۔
    .until = آپ سروس اس وقت سے استعمال کر سکیں گے: { $time }۔
    .opens = سروس ابھی شروع نہیں ہوئی۔ آپ اسے اس وقت سے استعمال کر سکیں گے: { $time }۔
    .since = سروس اس وقت سے بند ہے: { $time }۔
    .for-good = سروس بند ہو گئی ہے اور دوبارہ نہیں کھلے گی۔
townhall-task-completed = مکمل
townhall-task-incomplete = نامکمل
townhall-task-not-started = ابھی شروع نہیں ہوا
townhall-task-in-progress = جاری ہے
townhall-task-cannot-start-yet = ابھی شروع نہیں کر سکتے
townhall-section-complete-is_complete = کیا آپ نے یہ حصہ مکمل کر لیا ہے؟
    .option-yes = جی ہاں، میں نے یہ حصہ مکمل کر لیا ہے
    .option-no = نہیں، میں بعد میں اس پر واپس آؤں گا یا آؤں گی
    .error-empty = منتخب کریں کہ کیا آپ نے یہ حصہ مکمل کر لیا ہے
    .error-unknown-choice = منتخب کریں کہ کیا آپ نے یہ حصہ مکمل کر لیا ہے
townhall-another-missing = اگر آپ ایک اور شامل کرنا چاہتے ہیں تو ‘{ $yes }’ منتخب کریں
townhall-remove-missing = اگر آپ اسے ہٹانا چاہتے ہیں تو ‘{ $yes }’ منتخب کریں
townhall-save = محفوظ کریں اور بعد میں آئیں
townhall-saved = آپ کے جوابات محفوظ ہیں
    .body =
        ان پر واپس آنے کے لیے آپ کو اپنا حوالہ اور خفیہ کوڈ چاہیے۔ دونوں لکھ لیں، یا یہ صفحہ محفوظ کر لیں۔ ہم خفیہ کوڈ دوبارہ نہیں دکھا سکتے۔

        یہ کسی کو نہ دیں۔ جس کے پاس دونوں ہوں وہ آپ کے جوابات دیکھ سکتا ہے۔
    .again = ان پر واپس آنے کے لیے آپ کو اپنا حوالہ اور وہ خفیہ کوڈ چاہیے جو ہم نے پہلی بار محفوظ کرتے وقت دکھایا تھا۔ ہم اسے دوبارہ نہیں دکھا سکتے۔ اگر وہ آپ کے پاس نہیں تو آپ نیا لے سکتے ہیں: پھر پرانا کام نہیں کرے گا۔
    .new-secret = نیا خفیہ کوڈ لیں
    .reference = آپ کا حوالہ
    .secret = آپ کا خفیہ کوڈ
    .until = اگر آپ نے اس سے پہلے کوئی اور جواب محفوظ نہ کیا تو ہم { $date } کو آپ کے جوابات مٹا دیں گے۔
    .link = اپنے جوابات پر واپس آئیں
    .go-on = ابھی آگے جائیں
townhall-return = اپنے جوابات پر واپس آئیں
townhall-return-reference = حوالہ
    .hint = اس میں 10 حروف اور ہندسے ہیں، مثال کے طور پر AB-2345-6789
townhall-return-secret = خفیہ کوڈ
    .hint = اس میں 16 حروف اور ہندسے ہیں
    .error-not-found = اس حوالے اور خفیہ کوڈ کے لیے ہمارے پاس کوئی جواب نہیں۔ دونوں کو دیکھ لیں۔ جن جوابات کے لیے کوئی واپس نہیں آتا وہ مٹا دیے جاتے ہیں
townhall-expiring = ہم { $date } کو آپ کے جوابات مٹا دیں گے
    .body = اگر آپ کو زیادہ وقت چاہیے تو ہم انہیں مزید رکھ سکتے ہیں۔
    .button = میرے جوابات رکھیں
townhall-another-application = نئی درخواست شروع کریں
townhall-send-again = یہ صفحہ دیکھ لیں، پھر دوبارہ بھیجیں
    .body = صفحہ بہت دیر کھلا رہا، یا سروس کسی اور ٹیب میں بھی کھلی تھی۔ اس لیے ہم نے اس سے ابھی کچھ محفوظ نہیں کیا۔ جو آپ نے لکھا ہے وہ اب بھی یہاں ہے۔
townhall-idle =
    { $minutes ->
        [one] اگر آپ 1 منٹ تک کچھ نہ کریں تو ہم رازداری کے لیے آپ کے جوابات بند کر دیں گے۔
       *[other] اگر آپ { $minutes } منٹ تک کچھ نہ کریں تو ہم رازداری کے لیے آپ کے جوابات بند کر دیں گے۔
    }
    .saved = آپ انہیں اپنے حوالے اور خفیہ کوڈ سے دوبارہ کھول سکتے ہیں۔
    .not-saved = انہیں دوبارہ کھولنے کے لیے اس سے پہلے ‘محفوظ کریں اور بعد میں آئیں’ منتخب کریں۔
    .lost = آپ کو دوبارہ شروع کرنا ہو گا۔
    .more = مجھے مزید وقت چاہیے
    .title = کیا آپ اب بھی موجود ہیں؟
    .stay = جی ہاں، میں موجود ہوں
townhall-idle-soon =
    { $minutes ->
        [one] ہم رازداری کے لیے 1 منٹ میں آپ کے جوابات بند کر دیں گے۔
       *[other] ہم رازداری کے لیے { $minutes } منٹ میں آپ کے جوابات بند کر دیں گے۔
    }
townhall-timed-out = ہم نے رازداری کے لیے آپ کے جوابات بند کر دیے ہیں
    .old = وہ بہت دیر تک کھلے رہے۔
    .return = اگر آپ نے اپنے جوابات محفوظ کیے تھے تو آپ انہیں اپنے حوالے اور خفیہ کوڈ سے دوبارہ کھول سکتے ہیں۔ جو آپ نے آخر میں لکھا وہ بھی وہاں ہے۔
    .lost = آپ کو دوبارہ شروع کرنا ہو گا۔
townhall-timed-out-idle =
    { $minutes ->
        [one] 1 منٹ تک کچھ نہیں کیا گیا۔
       *[other] { $minutes } منٹ تک کچھ نہیں کیا گیا۔
    }
townhall-leave = یہ سروس چھوڑ دیں
    .why = اگر یہ آلہ دوسرے لوگ بھی استعمال کرتے ہیں تو سروس چھوڑ دیں۔ پھر آپ کے حوالے اور خفیہ کوڈ کے بغیر کوئی اس پر آپ کے جوابات نہیں دیکھ سکتا۔
townhall-left = آپ نے سروس چھوڑ دی ہے
    .body =
        آپ کے جوابات محفوظ ہیں۔ ان پر واپس آنے کے لیے آپ کو اپنا حوالہ اور خفیہ کوڈ چاہیے۔

        اگر یہ آلہ دوسرے لوگ بھی استعمال کرتے ہیں تو براؤزر بھی بند کر دیں۔
townhall-replace = اس براؤزر میں دوسرے جوابات ہیں
    .body = آپ نے انہیں نہ بھیجا ہے اور نہ بعد کے لیے محفوظ کیا ہے۔ اگر آپ اپنے محفوظ جوابات کھولیں تو ہم وہ جوابات مٹا دیں گے جو اب یہاں ہیں۔
    .saved = آپ نے انہیں نہیں بھیجا۔ اگر آپ اپنے محفوظ جوابات کھولیں تب بھی آپ ان جوابات پر جو اب یہاں ہیں ان کے اپنے حوالے اور خفیہ کوڈ سے واپس آ سکتے ہیں۔
    .open = میرے محفوظ جوابات کھولیں
    .stay = اس براؤزر کے جوابات کے ساتھ آگے جائیں
townhall-cookies = کوکیز
    .body = کوکیز چھوٹی فائلیں ہیں جو ویب سائٹ آپ کے فون، ٹیبلٹ یا کمپیوٹر پر رکھتی ہے۔ یہ صفحہ بتاتا ہے کہ یہ سروس کون سی استعمال کرتی ہے۔
townhall-cookies-on = کوکیز: { $service }
townhall-cookies-essential = اس سروس کو چلانے کے لیے ہم کچھ ضروری کوکیز استعمال کرتے ہیں۔
townhall-cookies-additional = ہم اضافی کوکیز بھی رکھنا چاہتے ہیں، تاکہ آپ کی ترتیبات یاد رکھ سکیں، سمجھ سکیں کہ لوگ سروس کیسے استعمال کرتے ہیں اور اسے بہتر بنا سکیں۔
townhall-cookies-accept = اضافی کوکیز قبول کریں
townhall-cookies-reject = اضافی کوکیز مسترد کریں
townhall-cookies-view = کوکیز دیکھیں
townhall-cookies-hide = کوکیز کا پیغام چھپائیں
townhall-cookies-accepted = آپ نے اضافی کوکیز قبول کر لی ہیں۔ آپ کسی بھی وقت
    .link = اپنی کوکیز کی ترتیبات بدل
    .after = { " " }سکتے ہیں۔
townhall-cookies-rejected = آپ نے اضافی کوکیز مسترد کر دی ہیں۔ آپ کسی بھی وقت
    .link = اپنی کوکیز کی ترتیبات بدل
    .after = { " " }سکتے ہیں۔
townhall-cookies-saved = آپ نے کوکیز کے بارے میں اپنی پسند محفوظ کر لی ہے۔
    .link = اس صفحے پر واپس جائیں جو آپ دیکھ رہے تھے
townhall-cookies-question = کیا آپ اضافی کوکیز قبول کرنا چاہتے ہیں؟
townhall-cookies-save = کوکیز کی ترتیبات محفوظ کریں
townhall-cookies-essential-heading = ضروری کوکیز
    .body = ان کے بغیر سروس نہیں چلتی۔
townhall-cookies-additional-heading = اضافی کوکیز
    .body = آپ کی اجازت سے ہم ان کوکیز سے سمجھتے ہیں کہ لوگ سروس کیسے استعمال کرتے ہیں، اور اسے بہتر بناتے ہیں۔
townhall-cookie-name = نام
townhall-cookie-purpose = مقصد
townhall-cookie-expires = ختم ہونے کا وقت
townhall-cookie-session = یاد رکھتی ہے کہ کون سے جوابات آپ کے ہیں
    .expires = جب آپ براؤزر بند کرتے ہیں
townhall-cookie-language = آپ کی زبان یاد رکھتی ہے
    .expires = 1 سال بعد
townhall-cookie-choice = آپ کی کوکیز کی ترتیبات یاد رکھتی ہے
    .expires = 1 سال بعد
townhall-feedback = اس سروس کے بارے میں رائے دیں
townhall-feedback-satisfaction = مجموعی طور پر آپ کو آج کی سروس کیسی لگی؟
    .it = آپ کو آج کی سروس کیسی لگی
    .option-very-satisfied = بہت مطمئن
    .option-satisfied = مطمئن
    .option-neither = نہ مطمئن نہ غیر مطمئن
    .option-dissatisfied = غیر مطمئن
    .option-very-dissatisfied = بہت غیر مطمئن
townhall-feedback-improve = ہم اس سروس کو کیسے بہتر بنا سکتے ہیں؟
    .hint = کوئی ذاتی یا مالی معلومات نہ لکھیں، مثال کے طور پر آپ کا نیشنل انشورنس نمبر یا کریڈٹ کارڈ کا نمبر
    .it = آپ کا جواب
townhall-feedback-send = رائے بھیجیں
townhall-feedback-thanks = آپ کی رائے کا شکریہ
    .body = ہم ہر رائے پڑھتے ہیں، اور اس سے سروس کو بہتر بناتے ہیں۔
townhall-accessibility = رسائی کا بیان
    .heading = رسائی کا بیان: { $service }
    .scope = رسائی کا یہ بیان اس پر لاگو ہوتا ہے: { $scope }۔
    .about = یہ ویب سائٹ { $organisation } چلاتی ہے۔ ہم چاہتے ہیں کہ زیادہ سے زیادہ لوگ یہ ویب سائٹ استعمال کر سکیں۔
    .wants =
        مثال کے طور پر آپ یہ کر سکیں:
        - براؤزر یا آلے کی ترتیبات سے رنگ، تضاد اور فونٹ بدلنا
        - متن کو 400% تک بڑا کرنا، بغیر اس کے کہ وہ اسکرین سے باہر جائے
        - ویب سائٹ کو کی بورڈ، آواز پہچاننے والے سافٹ ویئر اور اسکرین ریڈر سے استعمال کرنا

        اگر آپ کو کوئی معذوری ہے تو [AbilityNet](https://mcmw.abilitynet.org.uk) بتاتا ہے کہ آپ کا آلہ استعمال کرنا کیسے آسان ہو سکتا ہے۔
townhall-accessibility-contact = اس ویب سائٹ میں رسائی کے مسائل کی اطلاع دینا
townhall-accessibility-enforcement = نفاذ کا طریقہ کار
    .body = Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018 (‘رسائی کے ضوابط’) کا نفاذ Equality and Human Rights Commission (EHRC) کی ذمہ داری ہے۔ اگر آپ اپنی شکایت پر ہمارے جواب سے مطمئن نہ ہوں تو [Equality Advisory and Support Service (EASS) سے رابطہ کریں](https://www.equalityadvisoryservice.com)۔
townhall-accessibility-technical = اس ویب سائٹ کی رسائی کے بارے میں تکنیکی معلومات
    .body = { $organisation } اپنی ویب سائٹ کو Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018 کے مطابق قابل رسائی بنانے کا عہد کرتی ہے۔
townhall-accessibility-status = تعمیل کی حیثیت
    .full = یہ ویب سائٹ [Web Content Accessibility Guidelines version 2.2](https://www.w3.org/TR/WCAG22/) کے AA معیار کی پوری تعمیل کرتی ہے۔
    .partial-non-compliances = یہ ویب سائٹ [Web Content Accessibility Guidelines version 2.2](https://www.w3.org/TR/WCAG22/) کے AA معیار کی جزوی تعمیل کرتی ہے، کیونکہ نیچے درج عدم تعمیل موجود ہے۔
    .partial-exemptions = یہ ویب سائٹ [Web Content Accessibility Guidelines version 2.2](https://www.w3.org/TR/WCAG22/) کے AA معیار کی جزوی تعمیل کرتی ہے، کیونکہ نیچے درج استثنا موجود ہیں۔
    .partial-both = یہ ویب سائٹ [Web Content Accessibility Guidelines version 2.2](https://www.w3.org/TR/WCAG22/) کے AA معیار کی جزوی تعمیل کرتی ہے، کیونکہ نیچے درج عدم تعمیل اور استثنا موجود ہیں۔
    .none-non-compliances = یہ ویب سائٹ [Web Content Accessibility Guidelines version 2.2](https://www.w3.org/TR/WCAG22/) کے AA معیار کی تعمیل نہیں کرتی۔ عدم تعمیل نیچے درج ہے۔
    .none-exemptions = یہ ویب سائٹ [Web Content Accessibility Guidelines version 2.2](https://www.w3.org/TR/WCAG22/) کے AA معیار کی تعمیل نہیں کرتی۔ استثنا نیچے درج ہیں۔
    .none-both = یہ ویب سائٹ [Web Content Accessibility Guidelines version 2.2](https://www.w3.org/TR/WCAG22/) کے AA معیار کی تعمیل نہیں کرتی۔ عدم تعمیل اور استثنا نیچے درج ہیں۔
townhall-accessibility-problems = ناقابل رسائی مواد
    .body = نیچے درج مواد ان وجوہات سے قابل رسائی نہیں ہے۔
townhall-accessibility-prepared = رسائی کے اس بیان کی تیاری
    .on = یہ بیان { $prepared } کو تیار کیا گیا۔
    .reviewed = یہ بیان { $prepared } کو تیار کیا گیا۔ آخری بار { $reviewed } کو اس کا جائزہ لیا گیا۔
    .tested = اس ویب سائٹ کو آخری بار { $date } کو WCAG 2.2 کے AA معیار کے مطابق جانچا گیا۔
