"""Suicide and self-harm in languages that staff write beside English, in script and romanised.

Sources: the language lines of the project's training data, widened by forms of gender and person and
by the common ways of romanising them. No native speaker has checked the tables yet.
"""

from .tables import Kind, Table, lines

HINDI_URDU_PUNJABI_ROMANISED = lines(
    """
    (marna|mrna|marnaa|maarna|mar jana|mar jaana|mar jaanaa|mar) (chahta|chahti|chahte|chahata|\
        chahti|chaahta|chaahti|chaunda|chaundi|chahunda|chauhndi|chauhnda|chahundi|chahida|\
        chahidi|chata|chati|hai|he|hu|hun|hoon) (hai|hain|hoon|hun|hu|ho|aan|haan|ha|bas|ab|mujhe|\
        >|nahi)
    (mujhe|muje|mainu|menu|mujhko|mujhse) (bas|ab|hun|to|sach)? (marna|mrna|mar jana|mar jaana)
    marna (hai|chahidi|chahida|chahta|chahti|chaundi|chaunda|chahunda|chauhndi|chahundi)
    mar (jana|jaana) (hai|chahta|chahti|he)
    (main|mein|mai|me|agar main|kash main|kaash main|je main) .. mar (jaun|jau|jaaun|jawan|jaavan|\
        jaawan|javan|jaoon|jaaon)
    mar (jaun|jaaun|jaoon) (to|toh|ga|gi|bas|aur|>)
    (jeena|jina|jeene|jiina|jeevna|zinda|jee|zindagi) (hai|hi|rehna|rahna|da|ka|ke|ki|to|ab|hun|\
        bhi|main)? .. (nahi|nahin|nai|nhi|nehi) (hai|chahta|chahti|chahunda|chaunda|chaundi|\
        chahundi|karta|karda|jaanda|janda|jata|rehna|rahna|chahida|ab|raha|reha|lagta|sakta|sakti|\
        hunda|jeena|>)
    (nahi|nahin|nai|nhi) .. (jeena|jina|jiya|zinda rehna|jee|jiya)
    (jeena|jina|zinda) nahi
    (jeena|jee|jina) nahi (chahta|chahti|chaunda|chaundi|chahunda|sakta|sakti)
    (jeene|jeen|jine|zinda rehne|zindagi) (ka|da|ki|di|ke) .. (mann|man|dil|faida|fayda|matlab|\
        maksad|koi|wajah|ichha|icchha) .. (nahi|nahin|nai|nhi)
    (khudkushi|khudkhushi|khud kushi|khudkashi|aatmahatya|atmahatya|aatamhatya|suicide|atmhatya) \
        (karna|karne|karni|karlu|kar lu|karlun|kar lun|kar|ke|ka|ki|de|da|na) .. (chahta|chahti|\
        chaunda|chaundi|hai|hoon|hu|dil|mann|man|vichar|khayal|khyal|soch|baat|khiyal|lun|lu|ji|\
        gal)
    (khudkushi|khudkhushi|aatmahatya|atmahatya|aatamhatya) (ke|ka|na|da|de) (vichar|khayal|khyal|\
        khiyal|vichaar)
    (apni|meri|aapni) (jaan|jan|zindagi|jindagi) .. (lena|lene|lu|lun|loon|lu|khatam|khatm|de|\
        dena|dedu|dun|doon|le|nu)
    (jaan|jan) (de|dene) (du|dun|doon|dena|deni|da|dedu|ka)
    (zindagi|jindagi|zindgi|jeevan) (se)? .. (thak|tang|khatam|khatm|khtm|haar|pareshan ho ke \
        marna)
    sab (khatam|khatm|khtm) kar (na|dena|du|dun|lena|dena hai)
    sab khatam karna
    (kash|kaash) .. (uthun|uthu|uthoon|mar jaun|mar jau|marjaun|maut|na uthun|mar jawan|mar)
    (mujhe|muje|mainu|menu) .. (maut|mout|mot) (aa|aaye|aajaye|chahiye|aave)
    maut (aa jaye|aa jaaye|aajaye|chahiye|mange|aa jave|aave|aajave)
    (allah|khuda|rabba|rabb|bhagwan|waheguru|ya allah|hey bhagwan|rab) .. (mujhe|muje|mainu|menu|\
        mane) .. (utha|uthale|chuk|uthaa|bula|bulale|le ja|lai|upadi) (le|lai|lo|la)?
    (mere|merey|mera) (bina|bagair|baghair|na hone) .. (sab|sare|saare|acche|accha|khush|sukhi|\
        better|theek|behtar)
    (mein|main|mai) .. (zinda|jeena) .. (nahi|nahin) .. (chahta|chahti|rehna)
    (khud|apne aap|apne aapko|aapne aap) (ko|nu) .. (nuksan|nuqsan|chot|takleef|hurt|nuksaan|dard|\
        zakhmi|maar|khatam|khatm|marna|sat|satt|saza)
    (hor|aur|or) (nahi|nahin) (jeeya|jiya|jee|jeena|jeeya|seh hunda|jina) .. (janda|jata|sakti|\
        sakta|chaunda|chahta|chahti|>)
    (jeen|jeon|jiun) (da|di) .. (dil|faida|mann|ji|matlab|koi) .. (nahi|nai|nhi)
    mera jeen da dil nahi
    (maran|maranda|marn) (nu|da|di) (ji|dil|mann) .. (karda|karda hai|kar)
    (marne|marna) ka (mann|man|dil) .. (karta|karda|hai|kar)
    """
)

GUJARATI_ROMANISED = lines(
    """
    (mare|maare|mane|hu|hun|hve) .. (mari|mri)? (javu|java|javun|jav|jaav|jaavu|jau|marvu|marvun|\
        maravu|marvanu) (che|chhe|mangu|magu|chu|chhu|hoy|joie|joiye|joye|>)
    mari (javanu|javano|javani) (man|mann|vichar|iccha|ichha)
    mari (java|javu|javun) (mangu|magu|che|chhe|manghu|chahu)
    (jivvu|jivavu|jivavun|jeevvu|jivu|jeevu|jivava|jivva|jivwu) .. (nathi|nthi|nati)
    (nathi|nthi) .. (jivvu|jivavu|jeevvu|jivu|jivavun|jivwu|jeevu)
    (jivva|jivava|jivan|jindgi|jindagi|jivavano|jivvano|zindagi) (no|nu|thi|ma) .. (arth|matlab|\
        kantali|thaki|kantalo|koi)
    (maro|maaro) jiv (levo|lai|lavu|lau|levanu|aapi|api|kadhi)
    (mari|maari|maru) (jindgi|jindagi|zindagi|jivan|jeevan) (khatam|khtam|puri|puru|tunkavi)
    (aatmahatya|atmahatya|aapghat|apghat|aapghaat) (karvi|karvo|karvanu|karva|karu|karvana|na|no|\
        nu|kari) .. (vichar|vichaar|che|chhe|chu|levu|mann|man|vicharu|lau)
    (hu|hun) na (hou|hov|hoi|hoy|hovu) (to|toh) ... (sukhi|saru|badha|khush)
    mara vagar .. (badha|sukhi|saru|khush)
    (bhagwan|prabhu|he bhagwan|mataji) .. (mane|mne) .. (lai|upadi|bolavi|lay) (le|lo|jao|ja)
    (pota|potane|mari jat|maari jaat) (ne)? .. (nuksan|ija|iija|hani|dukh)
    """
)

HINDI = lines(
    """
    (मरना|मर जाना|मर) .. (चाहता|चाहती|चाहते|है|मन|दिल)
    (मुझे|मैं) .. (मरना|मर जाना|मर जाऊं|मर जाऊँ|मर जाऊ)
    (जीना|जीने|जिंदा रहना|जिन्दा रहना|ज़िंदा रहना|जीवित रहना|जी) .. (नहीं|नही) (चाहता|चाहती|है|\
        करता|रहा|सकता|सकती|रहना|बचा|लगता|>)
    (नहीं|नही) .. (जीना|जिंदा रहना|ज़िंदा रहना|जीने|जी सकता|जी सकती)
    (आत्महत्या|खुदकुशी|ख़ुदकुशी|सुसाइड) (के|करना|करने|का|की|कर) .. (ख्याल|खयाल|ख़याल|विचार|चाहता|\
        चाहती|मन|सोच|बात|लूं|लूँ|लूंगा|लूंगी|इच्छा|दिल|है)
    (अपनी|मेरी) (जान|ज़िंदगी|जिंदगी|जीवन|ज़िन्दगी) .. (ले|लेना|लेने|दे|दूं|दूँ|देना|देने|खत्म|\
        ख़त्म|समाप्त|लूं|लूँ)
    (जान|प्राण) (दे|दूं) (दूं|दूँ|देना|दूंगा|दूंगी)
    (काश|भगवान|हे भगवान) ... (उठूं|उठूँ|उठु|उठा|मर|मौत|न उठूं)
    (जिंदगी|ज़िंदगी|जीवन|ज़िन्दगी) (ही)? (खत्म|ख़त्म|समाप्त) (करना|कर|करने)
    (मौत|मृत्यु) (आ|चाहिए|मिल|की) .. (जाए|जाये|जाती|चाहिए|दुआ|इच्छा)
    (जिंदगी|ज़िंदगी|जीवन|ज़िन्दगी|जिन्दगी) (से|का|में|खत्म|ख़त्म|बोझ) .. (थक|तंग|मतलब|अर्थ|ऊब|\
        करना|हार|मकसद|बची|मन)
    (मेरे) (बिना|बगैर|न होने) .. (सब|खुश|अच्छा|सुखी|बेहतर)
    (खुद|अपने आप) को .. (नुकसान|चोट|खत्म|ख़त्म|मार|दर्द|घायल|काट)
    सब (कुछ)? (खत्म|ख़त्म) कर (देना|दूं|दूँ|लेना)
    """
)

GUJARATI = lines(
    """
    (મરી જવા|મરી જવું|મરવા|મરવું|મરી) .. (માંગુ|માગું|માંગું|છે|છું|ઈચ્છું|મન|જાઉં|જવાની|જઈશ|ચાહું)
    (જીવવું|જીવવા|જીવવાનું|જીવવાની|જીવી) .. (નથી|નથી રહ્યું|મન નથી)
    (જીવવાનો|જીવવાની|જીવનનો|જીવવામાં) .. (અર્થ|મતલબ|ઈચ્છા|કારણ|ફાયદો)
    (આત્મહત્યાના|આત્મહત્યા|આપઘાત|આપઘાતના) .. (વિચાર|વિચારો|કરવી|કરવો|કરવાનું|કરવા|કરી|વાત|મન)
    (આત્મહત્યાના|આપઘાતના) (વિચારો|વિચાર)
    (મારું|મારી|મારો) (જીવન|જિંદગી|જીંદગી|જીવ) .. (ખતમ|પૂરું|પૂરી|લેવાનું|લઈ|ટૂંકાવવું|ટુંકાવી|\
        આપી|લેવો)
    (જિંદગીથી|જીવનથી|જીંદગીથી) .. (થાકી|કંટાળી|હારી)
    (મારા) (વગર|વિના) .. (બધા|સુખી|સારું|ખુશ)
    (ભગવાન|પ્રભુ) .. (મને) .. (લઈ|ઉપાડી|બોલાવી)
    (હું ન હોઉં|હું ના હોઉં|હું નહીં હોઉં) ..
    (મારી જાતને|પોતાને|જાતને) .. (નુકસાન|ઈજા|દુઃખ|હાનિ|મારું)
    """
)

PUNJABI = lines(
    """
    (ਮਰਨਾ|ਮਰ ਜਾਣਾ|ਮਰ) .. (ਚਾਹੁੰਦਾ|ਚਾਹੁੰਦੀ|ਹੈ|ਚਾਹੁੰਨਾ|ਚਾਹੁੰਨੀ|ਦਿਲ|ਜੀਅ|ਜਾਵਾਂ)
    (ਮੈਂ|ਮੈਨੂੰ) .. (ਮਰ ਜਾਵਾਂ|ਮਰਨਾ|ਮਰ ਜਾਣਾ)
    (ਜੀਣਾ|ਜਿਉਣਾ|ਜੀਉਣਾ|ਜਿਊਣਾ|ਜੀਣ|ਜਿਉਣ|ਜਿਊਣ) .. (ਨਹੀਂ|ਨਹੀ)
    (ਨਹੀਂ|ਨਹੀ) .. (ਜੀਣਾ|ਜਿਉਣਾ|ਜੀਉਣਾ|ਜਿਊਣਾ)
    (ਖੁਦਕੁਸ਼ੀ|ਖ਼ੁਦਕੁਸ਼ੀ|ਆਤਮਹੱਤਿਆ|ਆਤਮ ਹੱਤਿਆ) (ਦੇ|ਕਰਨ|ਕਰਨਾ|ਕਰਨੀ|ਕਰ|ਬਾਰੇ|ਦੀ) .. (ਖਿਆਲ|ਵਿਚਾਰ|ਚਾਹੁੰਦਾ|\
        ਚਾਹੁੰਦੀ|ਜੀ|ਦਿਲ|ਸੋਚ|ਲਵਾਂ|ਗੱਲ|ਜੀਅ|ਮਨ|ਹੈ)
    (ਆਪਣੀ|ਮੇਰੀ) (ਜਾਨ|ਜ਼ਿੰਦਗੀ|ਜਿੰਦਗੀ) .. (ਲੈ|ਲੈਣ|ਲੈਣਾ|ਦੇ|ਖਤਮ|ਖ਼ਤਮ|ਮੁਕਾ)
    (ਮੇਰੇ) (ਬਿਨਾਂ|ਬਿਨਾ|ਬਗੈਰ) .. (ਸਾਰੇ|ਸਭ|ਖੁਸ਼|ਸੁਖੀ)
    (ਰੱਬਾ|ਰੱਬ|ਵਾਹਿਗੁਰੂ) .. (ਮੈਨੂੰ) .. (ਚੁੱਕ|ਲੈ)
    (ਜ਼ਿੰਦਗੀ|ਜਿੰਦਗੀ) (ਤੋਂ) .. (ਥੱਕ|ਤੰਗ|ਅੱਕ)
    (ਆਪਣੇ ਆਪ|ਖੁਦ) ਨੂੰ .. (ਨੁਕਸਾਨ|ਸੱਟ|ਖਤਮ|ਮਾਰ)
    """
)

URDU = lines(
    """
    (مرنا|مر جانا|مر) .. (چاہتا|چاہتی|ہے|دل|جاؤں)
    (مجھے|میں) .. (مرنا|مر جانا|مر جاؤں)
    (جینا|زندہ رہنا|جینے|زندہ) .. نہیں
    نہیں .. (جینا|زندہ رہنا|جی سکتا|جی سکتی)
    (خودکشی|خود کشی) (کے|کرنا|کرنے|کا|کی|کر) .. (خیال|خیالات|سوچ|چاہتا|چاہتی|دل|بارے|بات|لوں|\
        ارادہ|من|ہے)
    (اپنی|میری) (جان|زندگی) .. (لینے|لینا|لے|دے|دوں|ختم|دینا|لوں|فائدہ)
    (کاش|اللہ|یا اللہ|خدا) .. (موت|مر|اٹھا|اٹھوں|نہ اٹھوں|اٹھالے)
    زندگی (ہی)? ختم (کرنا|کر|کرنے)
    موت (آ|چاہیے|دے|کی) .. (جائے|دعا|چاہیے|دے)
    (زندگی) (سے|کا|میں) .. (تھک|تنگ|فائدہ|مطلب|بیزار|ہار)
    (میرے) (بغیر|بنا) .. (سب|خوش|بہتر|سکون)
    (خود|اپنے آپ) کو .. (نقصان|ختم|مار|تکلیف|زخمی|چوٹ)
    """
)

POLISH = lines(
    """
    (chce|chcialbym|chcialabym|chcialam|chcialem|chciala|chcial|wole|wolalabym|wolalbym|pragne|\
        mysle zeby|musze|moge tylko|zamierzam|planuje|postanowilam|postanowilem|chcac) (juz|tylko|\
        po prostu|sie|teraz|naprawde|dzis)? (umrzec|nie zyc|zabic sie|sie zabic|zabic|zniknac na \
        zawsze|zakonczyc zycie|skonczyc z zyciem|odebrac sobie|umierac|ze soba skonczyc|skonczyc \
        ze soba|zasnac i (juz)? (sie)? nie obudzic|odejsc na zawsze|zginac|nie istniec|zrobic \
        sobie krzywde|zabić|skonczyc zycie|skonczyc to wszystko|przestac zyc|ze swoim zyciem|\
        skonczyc ze swoim zyciem)
    (zabije|zabic|zabijam|zabiju) sie
    sie (zabije|zabic) (>|dzis|jutro|teraz)
    nie mam (juz)? (sily|ochoty|checi|sil) (juz)? (zyc|do zycia|na zycie)
    nie (chce|chcialabym|chcialbym|umiem|potrafie|mam sily|mam po co|mam juz po co|warto|mam dla \
        kogo|dam rady|moge|widze sensu|ma sensu|ma po co) (mi|mu|jej|sie)? (juz|dluzej|wiecej|\
        dalej)? (mi|sie|sily)? (zyc|istniec|zycia|byc na tym swiecie|tak zyc)
    (nie widze|bez|nie ma|nie mam|stracilam|stracilem|brak) (juz)? (sensu|sens|po co|dla kogo|\
        powodu|celu|checi) .. (zyc|zycia|zycie|zeby zyc|do zycia)
    (mysli|mysl|zamiary|sklonnosci) (samobojcze|samobojcza|samobojczych|o samobojstwie|o smierci)
    (mysle|myslalam|myslalem|mysli|mowi|planuje|rozwazam|myslec|planowac|popelnic|popelnie|chce \
        popelnic|mowila) (o|ciagle o)? (samobojstwie|samobojstwo|smierci|odebraniu sobie zycia|\
        tym zeby sie zabic|zabiciu sie|tym zeby umrzec)
    samobojstwo
    (lepiej|latwiej) .. (bedzie|byloby|by bylo|beda mieli|maja) .. (beze mnie|jak mnie nie bedzie|\
        gdyby mnie nie bylo|gdybym umarla|gdybym umarl)
    (lepiej|latwiej) .. (jak|gdy|gdyby|kiedy) mnie nie (bedzie|bylo|ma)
    lepiej (byloby)? .. beze mnie
    (gdyby|jak|zeby) mnie (juz)? nie bylo
    (gdybym|zebym|obym) .. (umarla|umarl|nie zyla|nie zyl|sie nie obudzila|sie nie obudzil|nie \
        obudzil|nie obudzila|zniknela|zniknal)
    (zasnac|usnac) i (juz|wiecej|nigdy)? (sie)? (juz|nigdy|wiecej)? (sie)? nie (obudzic|budzic|\
        wstac)
    (juz|nigdy) sie nie obudzic
    (mam dosc|mam dosyc|jestem zmeczona|jestem zmeczony|zmeczona|zmeczony) (tego|mojego)? (zycia|\
        zyciem|zyciem)
    (odebrac|odebrania|odbiore) sobie (zycie|zycia)
    (tne|okaleczam|okalecza|okaleczac|ranie|krzywdze|samookaleczam|kalecze) (sie|siebie)
    sie (okaleczam|tne|ranie|samookaleczam|okalecza|krzywdze|kalecze)
    (robie|zrobie|zrobic|robic|zrobilam|zrobilem) (znowu)? sobie (znowu|zla)? (krzywde|zlego|\
        krzywda)
    samookaleczam
    (zegnajcie|zegnam was|zegnam) (wszyscy|wszystkich|na zawsze)
    (coś) sobie (zrobi|zrobie|zrobic|zlego)
    (chce|mowi ze chce) sie zabic
    (skonczyc|koncze|skoncze) ze soba
    ze soba skonczyc
    zakonczyc (swoje|moje)? zycie
    """
)

ROMANIAN = lines(
    """
    (vreau|vrea|as vrea|imi doresc|doresc|prefer|voiam|vroiam|planuiesc|trebuie|o sa|am de gand|\
        vream|vrei|ma gandesc) (doar|acum|sa)? (sa|mai bine sa)? (mor|moara|ma omor|se omoare|ma \
        sinucid|se sinucida|imi iau viata|isi ia viata|isi iau viata|nu mai exist|nu mai traiesc|\
        dispar|dispar de tot|dispara pentru totdeauna|nu ma mai trezesc|termin cu viata|termin cu \
        toate|imi pun capat zilelor|fiu moarta|fiu mort|moartea|imi fac rau|isi faca rau)
    nu (mai|vreau|mai vreau|mai vrea|vrea|mai pot|as mai|am mai|imi mai doresc) (sa|vreau sa|vrea \
        sa)? (mai)? (traiesc|traiasca|trai|exist|existe|vreau viata asta|fiu in viata|fi in viata|\
        fiu aici pe lume)
    nu (mai)? (are|vad|am|gasesc) (niciun|nici un|nici|rost|sens|sensul|rostul|motiv|pentru ce|de \
        ce) .. (traiesc|trai|viata|vietii|traiasca)
    (viata mea|viata) nu (mai)? (are|merita) .. (sens|rost|traita|valoare)
    (ganduri|gandul|gand|ganduri|tendinte) (de|la|suicidare) (sinucidere|suicid|moarte|sa mor|\
        suicidare|a muri)
    (ganduri|gandesc) (suicidare|suicidale)
    (ma gandesc|gandesc|se gandeste|vorbeste|ganduri|ma tot gandesc|m am gandit) (mereu|tot|des|\
        mult|doar)? (la|despre|de|sa) (sinucidere|moarte|suicid|imi iau viata|ma omor|mor|cum sa \
        mor|isi ia viata|sa imi iau viata)
    sa (imi|mi|isi) (iau|ia|ieu) viata
    (imi|mi) (iau|fac) (viata|singura felul|seama)
    (ma|se) (omor|sinucid|omoare|sinucida)
    (mai bine|ar fi mai bine|le ar fi mai bine|bine) .. (fara mine|daca as muri|daca eu as fi|\
        daca as fi moarta|daca as fi mort|sa mor|moarta|mort|daca eu nu)
    (fara mine) .. (mai bine|fericiti|liniste)
    (imi|mi|isi) (fac|face|faci) (din nou)? rau (singura|singur|mie|din nou|iar)
    (ma|imi) (ranesc|tai|lovesc|autoranesc) (singura|singur|din nou|iar|pe mine)
    (autoranesc|automutilez)
    (sa ma ia|ia ma|ma ia) (doamne|dumnezeu|domnul)
    (dumnezeu|doamne|domnul) .. (ia ma|sa ma ia|ma ia)
    (sa adorm|adorm|sa dorm|ma culc) si sa nu (ma)? (mai)? (ma)? (mai)? trezesc
    (as vrea|sper|vreau|sa) .. sa nu ma mai trezesc
    (satula|satul|obosita|obosit) de (viata|trait|viata asta)
    (adio|ramas bun|la revedere pentru totdeauna) (tuturor|lume|tuturora|pentru totdeauna|la toti)
    (sa|vreau sa) dispar (pentru totdeauna|de tot|de pe lume|din lume|din lumea)
    sa moara (si el)?
    """
)

TABLES = tuple(
    Table(name, Kind.SUICIDE_OR_SELF_HARM, phrases)
    for name, phrases in {
        "Hindi, Urdu and Punjabi, romanised": HINDI_URDU_PUNJABI_ROMANISED,
        "Gujarati, romanised": GUJARATI_ROMANISED,
        "Hindi": HINDI,
        "Gujarati": GUJARATI,
        "Punjabi": PUNJABI,
        "Urdu": URDU,
        "Polish": POLISH,
        "Romanian": ROMANIAN,
    }.items()
)
