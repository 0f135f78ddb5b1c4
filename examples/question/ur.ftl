# Urdu belongs to this example alone: the library brings English and Welsh.

service = پارکنگ پرمٹ کے لیے درخواست دیں
thanks = شکریہ
    .body = ہم آپ کے جوابات دیکھیں گے۔ آپ کی تاریخ پیدائش { $date } ہے۔

about-you = آپ کے بارے میں
about-you-full_name = پورا نام
    .hint = جیسا آپ کے پاسپورٹ پر ہے
about-you-date_of_birth = تاریخ پیدائش
    .hint = مثال کے طور پر، 27 3 1984
about-you-has_permit = کیا اب آپ کے پاس پرمٹ ہے؟
    .it = آپ کے پاس اب پرمٹ ہے
about-you-contact = ہم آپ سے کیسے رابطہ کریں؟
    .it = ہم آپ سے کیسے رابطہ کریں
    .option-email = ای میل
    .option-phone = فون
    .option-letter = خط
    .option-letter-hint = اس میں 5 دن لگتے ہیں
about-you-contact-email = ای میل کا پتہ
about-you-contact-phone = فون نمبر
about-you-needs = آپ کو ہم سے کیا چاہیے؟
    .hint = جو بھی لاگو ہو منتخب کریں
    .it = آپ کو ہم سے کیا چاہیے
    .option-large-print = بڑے حروف میں خطوط
    .option-interpreter = ترجمان
    .option-none = ان میں سے کوئی نہیں
about-you-proof = پتے کا ثبوت
    .hint = بل یا خط، PDF یا تصویر
about-you-reason = کیا کوئی اور بات ہے جو ہمیں معلوم ہونی چاہیے؟
    .it = آپ کا جواب

## What the library says

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
townhall-characters-limit = آپ { $count } تک حروف لکھ سکتے ہیں
townhall-characters-under-limit = { $count ->
    [one] { $count } حرف باقی ہے
   *[other] { $count } حروف باقی ہیں
}
townhall-characters-at-limit = کوئی حرف باقی نہیں
townhall-characters-over-limit = { $count ->
    [one] { $count } حرف زیادہ ہے
   *[other] { $count } حروف زیادہ ہیں
}
townhall-words-limit = آپ { $count } تک الفاظ لکھ سکتے ہیں
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
townhall-files-kept = آپ { $names } پہلے ہی اپ لوڈ کر چکے ہیں۔ فائلیں دوبارہ صرف تب منتخب کریں جب آپ ان سب کو بدلنا چاہیں۔
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

## The sentences that this question can need. The label and a colon fit every noun.

townhall-error-empty = { $label }: جواب درج کریں
townhall-error-empty-choice = منتخب کریں: { $it }
townhall-error-empty-choices = منتخب کریں: { $it }
townhall-error-empty-yes-no = اگر { $it } تو ‘{ $yes }’ منتخب کریں
townhall-error-none-and-other = جو لاگو ہو منتخب کریں، یا صرف ‘{ $none }’ منتخب کریں
townhall-error-too-long = { $label } { $max } یا اس سے کم حروف استعمال کریں
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
townhall-error-phone-format = فون نمبر درج کریں، جیسے 01632 960 001 یا 07700 900 982
townhall-error-empty-file = { $label }: فائل منتخب کریں
townhall-error-file-type = فائل ان میں سے ایک قسم کی ہونی چاہیے: { $types }
townhall-error-file-too-big = فائل بہت بڑی ہے۔ سب سے بڑا سائز { $size } ہے
townhall-error-file-empty = منتخب کی گئی فائل خالی ہے
townhall-error-file-failed = فائل اپ لوڈ نہیں ہو سکی۔ دوبارہ کوشش کریں
townhall-size-megabytes = { $n }MB
townhall-size-kilobytes = { $n }KB
